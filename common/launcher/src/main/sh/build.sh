# Builds what is not built.

# Under the locale C Java cannot name files with other letters than ASCII's; a locale that has them all is there nearly everywhere.
use_utf8() {
    local charset utf8
    charset=$(locale charmap 2>/dev/null || true)
    case $charset in
        ANSI_X3.4-1968 | US-ASCII | ASCII | 646)
            utf8=$(locale -a 2>/dev/null | sed -n '/^C\.[Uu][Tt][Ff]-*8$/p;/\.[Uu][Tt][Ff]-*8$/p' | head -n 1)
            [ -z "$utf8" ] || export LC_ALL=$utf8
            ;;
    esac
}

# Java divides its class path at a colon; the launcher of the services cannot read the other ones.
require_usable_path() {
    local bad
    for bad in : + '[' ']' '\'; do
        case $checkout in
            *"$bad"*) fail 1 "Marquee cannot run in a folder with a '$bad' in its path, as $checkout has. Rename it, or move Marquee." ;;
        esac
    done
}

is_built() {
    local module app
    [ -d "$checkout/common/launcher/target/lib" ] || return 1
    for module in similarity-service cf-service; do
        app=$checkout/$module/target/quarkus-app/quarkus-run.jar
        [ -f "$app" ] || return 1
        # A checkout that cannot be written to is used as it is.
        [ -w "$checkout" ] || continue
        # Anything that goes into a program and is newer than it?
        [ -z "$(find "$checkout/pom.xml" "$checkout/$module/pom.xml" "$checkout/$module/src/main" "$checkout/cf-service/engine/pom.xml" \
            "$checkout/cf-service/engine/src/main" "$checkout/common/pom.xml" "$checkout/common/src/main" "$checkout/common/service/pom.xml" \
            "$checkout/common/service/src/main" "$checkout/common/launcher/pom.xml" "$checkout/common/launcher/src/main/java" \
            "$checkout/common/launcher/src/main/resources" -newer "$app" -type f -print | head -n 1)" ] || return 1
    done
}

# Before a build, which takes its time: whether what the options in given say can be meant. The tools look at it when they start.
check_values() {
    [ "$program" = run ] || return 0
    local classes code=0 launcher=$checkout/common/launcher/src/main/java
    classes=$(mktemp -d "${TMPDIR:-/tmp}/marquee-check.XXXXXX") || return 0
    # What cannot be compiled is told by the build.
    ! "$jdk/bin/javac" -proc:none -nowarn -d "$classes" -sourcepath "$launcher:$checkout/common/src/main/java:$checkout/common/service/src/main/java" \
        "$launcher/dev/marquee/launcher/run/OptionCheck.java" >/dev/null 2>&1 ||
        "$jdk/bin/java" -XX:TieredStopAtLevel=1 -cp "$classes" \
            dev.marquee.launcher.run.OptionCheck ${given[@]+"${given[@]}"} || code=$?
    rm -rf "$classes"
    [ $code != 2 ] || exit 2
}

# Sets quiet to the options with which Maven writes no codes of a terminal, and newer JDKs do not warn of what its libraries do; those
# that this JDK knows.
find_quiet() {
    local option
    quiet=-Djansi.noreset=true
    for option in --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow; do
        ! "$jdk/bin/java" $option -version >/dev/null 2>&1 || quiet="$quiet $option"
    done
}

# Says now and then that the build goes on, for Maven says nothing, until it is stopped or this script is gone. Nothing that it starts
# keeps the output open for longer than a second.
tell_life() {
    local begun=$SECONDS told=0 every=${MARQUEE_TELL_EVERY:-30}
    while kill -0 $$ 2>/dev/null && sleep 1 >/dev/null 2>&1; do
        [ $((SECONDS - begun - told)) -ge "$every" ] || continue
        told=$((SECONDS - begun))
        echo "  still building, after $told s"
    done
}

build() {
    local log life code=0
    [ -w "$checkout" ] || fail 1 "Marquee is not built yet, and $checkout cannot be written to. Build it in a copy elsewhere."
    log=$(mktemp "${TMPDIR:-/tmp}/marquee-build.XXXXXX") || fail 1 "There is no room for a file in ${TMPDIR:-/tmp}."
    echo "Building Marquee with the JDK in $jdk: some minutes, and the first time Maven also fetches the libraries"
    find_quiet
    tell_life &
    life=$!
    (cd -- "$checkout" && JAVA_HOME=$jdk MAVEN_OPTS="$quiet${MAVEN_OPTS:+ $MAVEN_OPTS}" "$mvn" -q -B -ntp -Dstyle.color=never -DskipTests \
        package 2>&1 | tee "$log") || code=$?
    kill $life 2>/dev/null || true
    wait $life 2>/dev/null || true
    if [ $code != 0 ] && grep -qE 'Could not transfer|Unknown host|UnknownHost|offline mode|unreachable|Connection refused|timed out' "$log"; then
        rm -f "$log"
        fail 1 "The build failed: Maven could not fetch the libraries; the lines above name the first. Check the network. A proxy or a" \
            "mirror is told to Maven in ${HOME:-~}/.m2/settings.xml. What has arrived is kept."
    fi
    rm -f "$log"
    [ $code = 0 ] || fail 1 "The build failed; the lines above say why.${MAVEN_OPTS:+ It ran with MAVEN_OPTS=$MAVEN_OPTS}"
}
