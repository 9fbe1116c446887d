# ./run --install: fetches a JDK (Eclipse Temurin) and a Maven into the state folder, and touches nothing else.
maven_version=3.9.12
jdk_site=${MARQUEE_JDK_SITE:-https://api.adoptium.net}
maven_site=${MARQUEE_MAVEN_SITE:-https://archive.apache.org/dist/maven}

install() {
    mkdir -p "$tools" 2>/dev/null || fail 1 "$tools cannot be made. Name another folder by the environment variable MARQUEE_HOME."
    command -v curl >/dev/null || command -v wget >/dev/null || fail 1 "--install needs curl or wget, and there is neither."
    if [ -n "$jdk" ] && ! is_flawed "$jdk_version"; then
        echo "There is a JDK already: $jdk_version in $jdk"
    else
        install_jdk
    fi
    find_maven
    if [ -n "$mvn" ]; then
        echo "There is a Maven already: $mvn"
    else
        install_maven
    fi
    find_jdk
    find_maven
    echo
    echo "./run finds them. For other builds, such as mvn verify:"
    printf '  JAVA_HOME=%q %q verify\n' "$jdk" "$mvn"
}

install_jdk() {
    local address="$jdk_site/v3/assets/latest/$min_java/hotspot?architecture=$(architecture)&image_type=jdk&os=$(system)&vendor=eclipse"
    local answer link name sum
    answer=$(fetch_text "$address") || fail 1 "Cannot read $address. Check the network, or name a mirror by MARQUEE_JDK_SITE."
    # Of the JSON, what stands in "package": macOS has an installer beside it.
    answer=$(printf '%s' "$answer" | tr -d '\n' | sed -n 's/.*"package"[ ]*:[ ]*{\([^}]*\)}.*/\1/p')
    link=$(json_text link "$answer")
    name=$(json_text name "$answer")
    sum=$(json_text checksum "$answer")
    case $name in
        '' | */* | .*) fail 1 "$address names no JDK $min_java for this system ($(system), $(architecture)). Install one by hand and set JAVA_HOME." ;;
    esac
    fetch "$link" "$name" 256 "$sum" MARQUEE_JDK_SITE
    unpack "$name" 'jdk-*'
}

install_maven() {
    local name=apache-maven-$maven_version-bin.tar.gz
    local address="$maven_site/maven-3/$maven_version/binaries/$name" sum
    sum=$(fetch_text "$address.sha512") || fail 1 "Cannot read $address.sha512. Check the network, or name a mirror by MARQUEE_MAVEN_SITE."
    fetch "$address" "$name" 512 "${sum%% *}" MARQUEE_MAVEN_SITE
    unpack "$name" 'apache-maven-*'
}

system() {
    case $(uname -s) in
        Darwin) echo mac ;;
        *) if [ -e "${MARQUEE_ROOT:-}/etc/alpine-release" ]; then echo alpine-linux; else echo linux; fi ;;
    esac
}

architecture() {
    case $(uname -m) in
        x86_64 | amd64) echo x64 ;;
        arm64 | aarch64) echo aarch64 ;;
        *) uname -m ;;
    esac
}

# The value of text $1 in the members $2 of a JSON object.
json_text() {
    printf '%s' "$2" | sed -n "s/.*\"$1\"[ ]*:[ ]*\"\([^\"]*\)\".*/\1/p"
}

fetch_text() {
    if command -v curl >/dev/null; then
        curl -fsSL --connect-timeout 20 --speed-limit 1 --speed-time 60 "$1"
    else
        wget -qO- --timeout=20 "$1"
    fi
}

# Fetches address $1 as $tools/$2, whose SHA-$3 sum is $4; $5 is the variable that names a mirror. Goes on where
# an earlier try stopped. The file has its name only once it is whole and right.
fetch() {
    local file=$tools/$2 part=$tools/$2.part sum code=0
    [ -n "$4" ] || fail 1 "There is no checksum for $1; without it the download cannot be trusted."
    [ ! -f "$file" ] || return 0
    echo "Fetching $1"
    if [ ! -f "$part" ] || [ "$(sha "$3" "$part")" != "$4" ]; then
        receive "$1" "$part" || code=$?
        case $code in
            0) ;;
            8 | 22) fail 1 "The server refuses $1; the line above says why. Try again later, or name a mirror by $5." ;;
            *) fail 1 "The download of $1 broke off. What arrived is kept; run the same command again to go on." ;;
        esac
    fi
    sum=$(sha "$3" "$part")
    if [ "$sum" != "$4" ]; then
        rm -f "$part"
        fail 1 "The download of $1 is damaged: its SHA-$3 sum is $sum, published is $4. It was deleted; run the same command again."
    fi
    mv "$part" "$file"
    echo "  the checksum is right"
}

# Both show how far they are, and curl gives up where nothing arrives for a minute. A server that cannot go on in the middle begins anew.
receive() {
    local code=0 limits='--connect-timeout 20 --speed-limit 1 --speed-time 60'
    if command -v curl >/dev/null; then
        [ ! -s "$2" ] || echo "  going on after the first $(($(wc -c <"$2"))) bytes"
        curl -fL --progress-bar $limits -C - -o "$2" "$1" || code=$?
        [ $code = 33 ] || return $code
        curl -fL --progress-bar $limits -o "$2" "$1"
    else
        wget -c --timeout=20 --tries=1 -O "$2" "$1"
    fi
}

# The SHA-$1 sum of file $2.
sha() {
    local sum
    if command -v "sha$1sum" >/dev/null; then
        sum=$("sha$1sum" <"$2")
    elif command -v shasum >/dev/null; then
        sum=$(shasum -a "$1" <"$2")
    elif command -v openssl >/dev/null; then
        sum=$(openssl dgst -r "-sha$1" <"$2")
    else
        fail 1 "There is no sha$1sum, shasum or openssl to check the download with."
    fi
    echo "${sum%% *}"
}

# Unpacks the archive $1 into a folder that appears only when it is complete, and deletes the archive. $2: what the folder is named like.
unpack() {
    local unfinished=$tools/unfinished inner
    rm -rf "$unfinished"
    mkdir "$unfinished"
    echo "  unpacking"
    tar -xzf "$tools/$1" -C "$unfinished" || fail 1 "$tools/$1 cannot be unpacked. Is there tar and gzip, and room on the disk?"
    for inner in "$unfinished"/$2; do
        [ -d "$inner" ] || fail 1 "$tools/$1 does not hold a folder $2. Delete it and run the same command again."
        rm -rf "$tools/${inner##*/}"
        mv "$inner" "$tools/"
        echo "  installed in $tools/${inner##*/}"
    done
    rm -rf "$unfinished" "${tools:?}/$1"
}
