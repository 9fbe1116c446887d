# Options, checked before anything is built. Which there are is said by the text that explains them, and nowhere else: a line of two
# blanks and an option, then one blank and a word where it takes a value, then two blanks or more and what it is for.

# Ends with a message. $1: exit code.
fail() {
    local code=$1
    shift
    printf '%s\n' "$program: $*" >&2
    exit "$code"
}

# Sets usage to the text of the program.
read_usage() {
    local tool=$checkout/cf-service/src/main/resources/dev/marquee/cf/tool
    case $program in
        run) usage=$(cat "$checkout/common/launcher/src/main/resources/dev/marquee/launcher/run/usage.txt") ;;
        *) usage=$(cat "$tool/$program.txt" "$tool/common.txt") ;;
    esac
}

# Sets kind to what the option $1 is: value, flag, or nothing where there is none such.
find_kind() {
    local newline=$'\n' text
    text=$newline$usage$newline
    kind=
    case $1 in
        *[!a-z-]*) return ;;
    esac
    case $text in
        *"$newline  $1 "[!\ ]*) kind=value ;;
        *"$newline  $1  "* | *"$newline  $1$newline"*) kind=flag ;;
    esac
}

# Sets asked to help, install or start. Ends with exit code 2 for an option that there is not, or that lacks its value.
check_options() {
    local name attached count=$# advice="./run --help lists them."
    [ "$program" = run ] || advice="./run $program --help lists them."
    asked=start
    for name; do
        case $name in
            --help | -h) asked=help && return ;;
        esac
    done
    while [ $# -gt 0 ]; do
        case $1 in
            --install) [ "$program" != run ] || asked=install ;;
        esac
        name=${1%%=*}
        attached=no
        [ "$name" = "$1" ] || attached=yes
        case $name in
            --?*) find_kind "$name" ;;
            *) kind= ;;
        esac
        case $kind.$attached in
            value.yes) [ -n "${1#*=}" ] || fail 2 "$name needs a value." ;;
            value.no)
                case ${2:-} in
                    '' | --*) fail 2 "$name needs a value." ;;
                esac
                shift
                ;;
            flag.yes) fail 2 "$name takes no value." ;;
            flag.no) ;;
            *) fail 2 "Unknown option $name. $advice" ;;
        esac
        shift
    done
    [ "$asked" != install ] || [ "$count" = 1 ] || fail 2 "--install stands alone: ./run --install"
}

# Sets words to the words of $2, the value of the variable $1: blanks divide them, single or double quotes hold blanks together, and
# outside quotes a backslash takes the next character as it is. Nothing is expanded. JavaOptions.java does the same for the services.
split_words() {
    local text=$2 word='' quote='' open=no c i
    words=()
    for ((i = 0; i < ${#text}; i++)); do
        c=${text:i:1}
        case $quote$c in
            [[:space:]])
                [ $open = no ] || words+=("$word")
                word='' open=no
                continue
                ;;
            \" | \') quote=$c ;;
            '""' | "''") quote='' ;;
            '\')
                if [ $((i + 1)) -lt ${#text} ]; then
                    i=$((i + 1))
                    c=${text:i:1}
                fi
                word=$word$c
                ;;
            *) word=$word$c ;;
        esac
        open=yes
    done
    [ -z "$quote" ] || fail 2 "$1 has a $quote without its end: $text"
    [ $open = no ] || words+=("$word")
}
