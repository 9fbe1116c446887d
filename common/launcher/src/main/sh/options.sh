# Options as far as the script must know them: before there is a build, nothing else can look at them. Which there are is said by the
# text that explains them, which the program itself wrote, and nowhere else.

# Ends with a message. $1: exit code.
fail() {
    local code=$1
    shift
    printf '%s\n' "$program: $*" >&2
    exit "$code"
}

# Sets asked to help, install or start.
find_request() {
    local word
    asked=start
    for word; do
        case $word in
            --help | -h) asked=help && return ;;
            --install) [ "$program" != run ] || asked=install ;;
        esac
    done
    [ "$asked" != install ] || [ $# = 1 ] || fail 2 "--install stands alone: ./run --install"
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
        *"$newline      $1="*) kind=value ;;
        *"$newline      $1 "* | *"$newline      $1$newline"*) kind=flag ;;
    esac
}

# Sets given to names and values of the options by turns; a flag's value is empty. Ends with exit code 2 for an option that there is
# not, or that lacks its value.
check_options() {
    local name value attached advice="./run --help lists them."
    [ "$program" = run ] || advice="./run $program --help lists them."
    given=()
    while [ $# -gt 0 ]; do
        name=${1%%=*}
        value=
        attached=no
        [ "$name" = "$1" ] || attached=yes
        case $name in
            --?*) find_kind "$name" ;;
            *) kind= ;;
        esac
        case $kind.$attached in
            value.yes)
                value=${1#*=}
                [ -n "$value" ] || fail 2 "$name needs a value."
                ;;
            value.no)
                case ${2:-} in
                    '' | --*) fail 2 "$name needs a value." ;;
                esac
                value=$2
                shift
                ;;
            flag.yes) fail 2 "$name takes no value." ;;
            flag.no) ;;
            *) fail 2 "Unknown option ${name:-''}. $advice" ;;
        esac
        given+=("$name" "$value")
        shift
    done
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
