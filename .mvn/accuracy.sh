#!/usr/bin/env bash
# Renews the tables of accuracy in cf-service/engine/README.md, by ./run evaluate. All take an hour on two cores.
#
#   .mvn/accuracy.sh FOLDER [TABLE...]     the folder has ml-100k, ml-latest-small and ml-1m/ratings-90.dat in it
#
# A table stands between the lines <!-- accuracy TABLE --> and <!-- end -->: folds, random, lists, final, protocols, newcomers, certainty. What
# the text beside a table quotes is printed.
set -euo pipefail
data=$(cd "${1:?usage: .mvn/accuracy.sh FOLDER [TABLE...]}" && pwd)
shift
[ $# -gt 0 ] || set -- folds random lists final protocols newcomers certainty
wanted=" $* "
cd "$(dirname "$0")/.."
readme=cf-service/engine/README.md
algorithms=popular,ials,biases,als,sgd,bpmf,lists
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# evaluate NAME DATA OPTION...   keeps what ./run evaluate prints
evaluate() {
    echo "$1" >&2
    ./run evaluate --data "$data/$2" "${@:3}" >"$work/$1" 2>&1 || { cat "$work/$1" >&2; exit 1; }
}

# figures NAME MEASURE   the measure's line of the summary, one column a line
figures() {
    awk -v measure="$2" '/^[^ ].*: protocol/ { summary = 1 }
        /^Differences/ { summary = 0 }
        summary && index($0, "  " measure "  ") == 1 {
            line = substr($0, length(measure) + 3); sub(/^ +/, "", line); gsub(/   +/, "\n", line); print line; exit }' "$work/$1"
}

# column NAME MEASURE NUMBER
column() { figures "$1" "$2" | sed -n "$3p"; }

# runs NAME ALGORITHM   RMSE of each of its runs; algorithms are numbered from 1
runs() {
    awk -v wanted="$2" '/^  division / { algorithm++ }
        algorithm == wanted && /^  (u[1-5]|random [0-9]+) / { print $(NF - 6) }
        /: protocol/ { exit }' "$work/$1"
}

# replace NAME   puts standard input where the table of that name stands
replace() {
    awk -v name="<!-- accuracy $1 -->" -v table="$(cat)" '$0 == name { print; print table; inside = 1; found = 1; next }
        inside && $0 == "<!-- end -->" { inside = 0 }
        !inside { print }
        END { if (!found) { exit 1 } }' "$readme" >"$work/readme" || { echo "$readme has no table $1" >&2; exit 1; }
    cat "$work/readme" >"$readme"
}

# ratings_of SET   where its ratings are
ratings_of() {
    case $1 in 100K) echo ml-100k ;; latest-small) echo ml-latest-small ;; *) echo ml-1m/ratings-90.dat ;; esac
}

# means NAME ALGORITHM...   a row for each: RMSE by run, mean and interval of RMSE, mean of MAE
means() {
    local name=$1 number=0 algorithm mean
    shift
    for algorithm; do
        number=$((number + 1))
        mean=$(column "$name" rmse "$number")
        case $algorithm in biases | mean) ;; *) mean="**${mean%% *}** ${mean#* }" ;; esac
        echo "| \`$algorithm\` | $(runs "$name" "$number" | paste -sd '|' | sed 's/|/ | /g') | $mean | $(column "$name" mae "$number" | cut -d ' ' -f 1) |"
    done
}

folds() {
    evaluate folds ml-100k --protocol folds --algorithms sgd,als,bpmf,hybrid,biases,mean
    {
        echo '| | u1 | u2 | u3 | u4 | u5 | mean ± half the 95 % interval | mean MAE |'
        echo '|---|---|---|---|---|---|---|---|'
        means folds sgd als bpmf hybrid biases mean
    } | replace folds
    evaluate plain ml-100k --protocol folds --algorithms als --set als.implicitRegularization=0 --set als.regularization=1.4
    echo "Without implicit features: als $(column plain rmse 1)"
}

random() {
    evaluate random ml-1m/ratings-90.dat --protocol random --seeds 11,12,13 --algorithms sgd,als,bpmf,hybrid
    {
        echo '| | 11 | 12 | 13 | mean ± half the 95 % interval | mean MAE |'
        echo '|---|---|---|---|---|---|'
        means random sgd als bpmf hybrid
    } | replace random
}

# list LABEL NAME NUMBER [BOLD]
list() {
    local row="| $1" set measure
    for set in 100K 1M; do
        for measure in ndcg@10 recall@20; do
            row="$row | ${4:-}$(column "$2-$set" $measure "$3" | awk '{ printf "%.3f ± %.3f", $1, $3 }')${4:-}"
        done
    done
    echo "$row |"
}

lists() {
    local set
    for set in 100K 1M; do
        evaluate "lists-$set" "$(ratings_of $set)" --protocol random --seeds 1,2,3,4,5 --algorithms sgd,als,popular,ials,lists
        evaluate "damped-$set" "$(ratings_of $set)" --protocol random --seeds 1,2,3,4,5 --algorithms sgd,als --damping 20
    done
    {
        echo '| | 100K: NDCG@10 | Recall@20 | 1M: NDCG@10 | Recall@20 |'
        echo '|---|---|---|---|---|'
        list '`sgd` by stars' lists 1
        list '`sgd` damped' damped 1
        list '`als` by stars' lists 2
        list '`als` damped' damped 2
        list '`popular`' lists 3
        list '`ials`' lists 4
        list '**`lists`**' lists 5 '**'
    } | replace lists
}

# against NAME MEASURE   by how much the last algorithm differs from the first
against() { awk -v measure="$2" '/^Differences/ { on = 1 } on && index($0, "  " measure "  ") == 1' "$work/$1" |
    sed -n 's/.* \([-+][0-9.]* ± [0-9.]*\)  *[0-9]* users.*/\1/p'; }

# final_row LABEL NAME MEASURE POPULAR IALS   the numbers of two columns; that of lists is 3
final_row() {
    local row="| $1" number
    for number in "$4" "$5" 3; do
        row="$row | $(column "$2" "$3" "$number" | awk '{ printf "%.3f", $1 }')"
    done
    echo "$row | $(against "$2" "$3" | awk '{ printf "%+.3f ± %.3f", $1, $3 }') |"
}

final() {
    local set told
    {
        echo '| | `popular` | `ials` | `lists` | difference |'
        echo '|---|---|---|---|---|'
        for set in 100K latest-small 1M; do
            evaluate "final-$set" "$(ratings_of $set)" --protocol random --seeds 11 --algorithms ials,popular,lists
            final_row "$set, \`random\`, to \`ials\`" "final-$set" ndcg@10 2 1
            final_row "Recall@20" "final-$set" recall@20 2 1
        done
        for set in 100K latest-small 1M; do
            evaluate "later-$set" "$(ratings_of $set)" --protocol time --algorithms popular,ials,lists
            final_row "$set, \`time\`, to \`popular\`" "later-$set" ndcg@10 1 2
        done
        for set in latest-small 1M; do
            evaluate "told-$set" "$(ratings_of $set)" --protocol newcomers --seeds 1 --told 1,2,3,5 --algorithms popular,ials,lists
            for told in 1 2 3 5; do
                final_row "$set, \`newcomers\`, $told told, to \`popular\`" "told-$set" "ndcg@10 told $told" 1 2
            done
        done
    } | replace final
}

protocols() {
    local set protocol number row
    {
        echo '| | `popular` | `ials` | `lists` | `biases` | `als` | `sgd` | `bpmf` |'
        echo '|---|---|---|---|---|---|---|---|'
        for set in 100K latest-small 1M; do
            for protocol in random leave-last time; do
                evaluate "$set-$protocol" "$(ratings_of $set)" --protocol $protocol --algorithms $algorithms
                row="| $set, \`$protocol\`"
                for number in 1 2 7 3 4 5 6; do
                    row="$row | $(column "$set-$protocol" ndcg@10 $number | awk '{ printf "%.3f", $1 }')"
                    row="$row / $(column "$set-$protocol" recall@20 $number | awk '{ printf "%.3f", $1 }')"
                    [ $number -lt 3 ] || [ $number = 7 ] || row="$row / $(column "$set-$protocol" rmse $number)"
                done
                echo "$row |"
            done
        done
    } | replace protocols
    for set in 100K latest-small 1M; do
        grep -h 'lists are of users' "$work/$set-time" || true
        echo "$set by date, ndcg@10 of ials against popular: $(grep -h '^  ndcg@10 ' "$work/$set-time" | tail -1)"
    done
}

newcomers() {
    local set told number row
    {
        echo '| | told | NDCG@10: `popular` | `ials` | `lists` | `bpmf` | RMSE: `biases` | `als` | `sgd` | `bpmf` |'
        echo '|---|---|---|---|---|---|---|---|---|---|'
        for set in 100K latest-small 1M; do
            evaluate "$set-newcomers" "$(ratings_of $set)" --protocol newcomers --algorithms $algorithms
            for told in 0 1 2 3 5; do
                row="| $set | $told"
                for number in 1 2 7 6; do
                    row="$row | $(column "$set-newcomers" "ndcg@10 told $told" $number | awk '{ printf "%.3f", $1 }')"
                done
                for number in 3 4 5 6; do
                    row="$row | $(column "$set-newcomers" "rmse told $told" $number)"
                done
                echo "$row |"
            done
        done
    } | replace newcomers
    for told in 1 2 3 5; do
        echo "1M, told $told, ndcg@10 of ials against popular: $(grep -h "^  ndcg@10 told $told " "$work/1M-newcomers" | tail -1)"
    done
    evaluate told ml-1m/ratings-90.dat --protocol newcomers --told 5,20,50 --algorithms biases,als,sgd,bpmf
    for told in 5 20 50; do
        echo "1M, told $told: RMSE of biases, als, sgd, bpmf: $(figures told "rmse told $told" | paste -sd ' ')"
    done
}

# band NAME BAND   of the table of deviations: seen, expected, share within one and within two
band() {
    awk -v band="$2" '/^Deviations/ { table = 1 }
        table && index($0, "  " band " ") == 1 { print $(NF - 5) " / " $(NF - 4) " / " $(NF - 3) " / " $(NF - 1); found = 1; exit }
        END { if (!found) { print "–" } }' "$work/$1"
}

certainty() {
    local set protocol band bands row
    {
        echo '| | ratings known of | 100K | latest-small | 1M |'
        echo '|---|---|---|---|---|'
        for protocol in newcomers random; do
            for set in 100K latest-small 1M; do
                evaluate "sure-$set-$protocol" "$(ratings_of $set)" --protocol $protocol --algorithms bpmf
            done
            bands='user 0,user 1,user 2-5'
            [ $protocol = newcomers ] || bands='user 6-20,user 21-100,user 101-,movie 0,movie 1,movie 2-5,movie 6-20,movie 21-100,movie 101-'
            printf '%s\n' "$bands" | tr ',' '\n' | while read -r band; do
                row="| \`$protocol\` | $band"
                for set in 100K latest-small 1M; do
                    row="$row | $(band "sure-$set-$protocol" "$band")"
                done
                echo "$row |"
            done
        done
    } | replace certainty
}

for table in folds random lists final protocols newcomers certainty; do
    case $wanted in *" $table "*) $table ;; esac
done
