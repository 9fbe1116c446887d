# Finds a JDK and a Maven, and says how to get what is missing.
min_java=25
fixed_java=25.0.3
wanted_maven=3.8.7
least_maven=3.6.3

# The version of the JDK in folder $1, such as 25.0.3; nothing where there is none.
java_version() {
    [ -x "$1/bin/javac" ] && [ -f "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9][0-9.]*\).*/\1/p' "$1/release"
}

# Whether version $1 has a collector G1 that may move arrays that native code is using (JDK-8377811).
is_flawed() {
    case $1 in
        25 | 25.0 | 25.0.[0-2] | 25.0.[0-2].*) return 0 ;;
        *) return 1 ;;
    esac
}

# Prints $1 without the links it goes through.
without_links() {
    local path=$1 target
    while [ -L "$path" ]; do
        target=$(readlink "$path")
        case $target in
            /*) path=$target ;;
            *) path=$(dirname -- "$path")/$target ;;
        esac
    done
    printf '%s\n' "$path"
}

# Sets jdk and jdk_version: JAVA_HOME, then the java on the PATH, then the oldest that will do elsewhere. One with the known flaw only
# where JAVA_HOME names it or there is no other. Nothing where there is none.
find_jdk() {
    local root=${MARQUEE_ROOT:-} home=${HOME:-/nonexistent} java folder
    jdk='' jdk_version='' jdk_rank=
    consider_jdk "${JAVA_HOME:-}" -10000
    java=$(command -v java || true)
    [ -z "$java" ] || consider_jdk "$(dirname -- "$(dirname -- "$(without_links "$java")")")" 0
    for folder in "$tools"/jdk-*/Contents/Home "$tools"/jdk-* \
        "$root"/usr/lib/jvm/* "$root"/usr/lib64/jvm/* "$root"/usr/java/* "$root"/opt/java/* "$root"/opt/jdk* \
        "$root"/Library/Java/JavaVirtualMachines/*/Contents/Home "$home"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$root"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$root"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$root"/home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        "$home"/.sdkman/candidates/java/* "$home"/.jdks/* "$home"/.asdf/installs/java/* "$home"/.local/share/mise/installs/java/*; do
        consider_jdk "$folder" ''
    done
}

# Takes the JDK in folder $1 if it is better than what there is. $2: its rank, the lowest being the best; by default its version.
consider_jdk() {
    local version major rank
    version=$(java_version "$1")
    major=${version%%.*}
    [ -n "$version" ] && [ "$major" -ge "$min_java" ] || return 0
    rank=${2:-$major}
    ! is_flawed "$version" || rank=$((rank + 1000))
    if [ -z "$jdk_rank" ] || [ "$rank" -lt "$jdk_rank" ]; then
        jdk=$1 jdk_version=$version jdk_rank=$rank
    fi
}

warn_of_flaw() {
    local collector
    is_flawed "$jdk_version" || return 0
    for collector in Parallel Serial Z Shenandoah; do
        case ${JAVA_OPTS:-} in
            *-XX:+Use${collector}GC*) return 0 ;;
        esac
    done
    echo "run: warning: this JDK, $jdk_version in $jdk, may corrupt data under its collector G1. Use $fixed_java or newer" \
        "(./run --install fetches one), or set JAVA_OPTS=-XX:+UseParallelGC" >&2
}

# Sets mvn to the first Maven that is new enough, and old_maven to a version that was found and is not.
find_maven() {
    local root=${MARQUEE_ROOT:-} candidate version
    mvn='' old_maven=
    for candidate in "$(command -v mvn || true)" "${MAVEN_HOME:+$MAVEN_HOME/bin/mvn}" "$tools"/apache-maven-*/bin/mvn \
        "${HOME:-/nonexistent}"/.sdkman/candidates/maven/current/bin/mvn "$root"/opt/maven/bin/mvn "$root"/usr/share/maven/bin/mvn \
        "$root"/opt/homebrew/bin/mvn "$root"/usr/local/bin/mvn; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        version=$(JAVA_HOME=$jdk "$candidate" -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' || true)
        if is_older "$version" "$least_maven"; then
            old_maven=${version:-unknown}
        else
            mvn=$candidate
            return
        fi
    done
}

# Whether version $1 is older than $2.
is_older() {
    [ "$(version_number "$1")" -lt "$(version_number "$2")" ]
}

# The first three numbers of version $1 as one.
version_number() {
    local IFS=.
    set -- $1
    echo $((${1:-0} * 1000000 + ${2:-0} * 1000 + ${3:-0}))
}

# Ends, saying how this system gets what is missing. $1: what is wrong; $2: names of what is missing, of jdk and maven.
advise() {
    echo "run: $1" >&2
    printf '     %-60s %s\n' "./run --install" "fetches what is missing into $tools and touches nothing else" >&2
    system_command "$2"
    case $2 in
        *jdk*) echo "     If there is a JDK $min_java, set JAVA_HOME to where it is." >&2 ;;
    esac
    exit 1
}

# Prints the command of this system's package manager, and SDKMAN's where it is there. $1: names of what is missing.
system_command() {
    local manager packages command='' sudo=
    [ "$(id -u)" = 0 ] || sudo='sudo '
    for manager in apt-get dnf zypper pacman apk brew; do
        command -v $manager >/dev/null || continue
        packages=$(packages_of $manager "$1")
        case $manager in
            pacman) command="${sudo}pacman -S $packages" ;;
            apk) command="${sudo}apk add $packages" ;;
            brew) command="brew install $packages" ;;
            *) command="$sudo$manager install $packages" ;;
        esac
        break
    done
    if [ -n "$command" ] && [ -z "$packages" ]; then
        echo "     (apt knows no JDK $min_java here, at most after ${sudo}apt-get update)" >&2
    elif [ -n "$command" ]; then
        printf '     %-60s %s\n' "$command" "installs it for the whole system" >&2
    fi
    if [ -d "${HOME:-/nonexistent}/.sdkman" ]; then
        printf '     %-60s %s\n' "$(sdk_command "$1")" "installs it by SDKMAN" >&2
    fi
}

# The packages of manager $1 that hold what is missing; none where it has no such JDK.
packages_of() {
    local java
    case $1 in
        apt-get)
            java=openjdk-$min_java-jdk-headless
            case $2 in
                *jdk*) apt-cache show $java >/dev/null 2>&1 || return 0 ;;
            esac
            ;;
        dnf | zypper) java=java-$min_java-openjdk-devel ;;
        pacman) java=jdk-openjdk ;;
        apk) java=openjdk$min_java ;;
        brew) java=openjdk@$min_java ;;
    esac
    case $2 in
        'jdk maven') echo "$java maven" ;;
        jdk) echo "$java" ;;
        maven) echo maven ;;
    esac
}

sdk_command() {
    case $1 in
        'jdk maven') echo "sdk install java $fixed_java-tem && sdk install maven" ;;
        jdk) echo "sdk install java $fixed_java-tem" ;;
        maven) echo "sdk install maven" ;;
    esac
}

# Ends with advice, unless jdk and, where $1 is build, mvn are there.
require_tools() {
    local missing=
    [ -n "$jdk" ] || missing=jdk
    if [ "$1" = build ]; then
        find_maven
        [ -n "$mvn" ] || missing=${missing:+$missing }maven
    fi
    local no_java="There is no JDK $min_java or newer in JAVA_HOME, on the PATH, or in the usual folders."
    local no_maven="Marquee is not built yet, and there is no Maven to build it with ($wanted_maven or newer)."
    [ -z "${old_maven:-}" ] || no_maven="The Maven here is $old_maven, which is too old to build Marquee: $wanted_maven or newer is needed."
    case $missing in
        'jdk maven') advise "$no_java $no_maven" "$missing" ;;
        jdk) advise "$no_java" jdk ;;
        maven) advise "$no_maven" maven ;;
    esac
}
