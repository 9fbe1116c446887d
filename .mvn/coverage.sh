#!/usr/bin/env bash
# Measures what the tests run of the code, in all modules, and renews the table in CONTRIBUTING.md.
#
#   .mvn/coverage.sh             runs all tests, then reports; more arguments go to Maven
#   .mvn/coverage.sh --report    reports what was measured last
#
# The report is target/coverage/index.html. What runs in a process of its own (*IT, ./run) is not measured.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's:.*<jacoco.version>\(.*\)</jacoco.version>.*:\1:p' pom.xml)
modules="common common/service common/launcher cf-service/engine cf-service similarity-service k8s/load-test"

if [ "${1:-}" != --report ]; then
    rm -f target/jacoco.exec
    mvn -Pcoverage test "$@"
fi
[ -f target/jacoco.exec ] || { echo "Nothing was measured yet: run .mvn/coverage.sh without --report." >&2; exit 1; }

mvn -q -N org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -DoutputDirectory=target -Dmdep.stripVersion \
    -Dartifact="org.jacoco:org.jacoco.cli:$version:jar:nodeps"
arguments=()
for module in $modules; do
    arguments+=(--classfiles "$module/target/classes" --sourcefiles "$module/src/main/java")
done
java -jar target/org.jacoco.cli-nodeps.jar report target/jacoco.exec "${arguments[@]}" --name Marquee \
    --html target/coverage --csv target/coverage.csv --quiet

# Columns of the CSV: group, package, class, then missed and covered of instructions, branches, lines.
table=$(LC_ALL=C awk -F, '
    function share(covered, missed) { return covered + missed ? sprintf("%.0f %%", 100 * covered / (covered + missed)) : "–" }
    function row(name) {
        printf "| %s | %d | %s | %d | %s |\n", name, lineCovered[name] + lineMissed[name],
            share(lineCovered[name], lineMissed[name]), branchCovered[name] + branchMissed[name],
            share(branchCovered[name], branchMissed[name])
    }
    function add(name) {
        branchMissed[name] += $6; branchCovered[name] += $7; lineMissed[name] += $8; lineCovered[name] += $9
    }
    NR > 1 { name = "`" substr($2, length("dev.marquee.") + 1) "`"; if (!(name in lineMissed)) names[++count] = name
        add(name); add("all") }
    END {
        print "| package | lines | covered | branches | covered |"
        print "|---|---:|---:|---:|---:|"
        for (i = 2; i <= count; i++)
            for (j = i; j > 1 && names[j] < names[j - 1]; j--) { swap = names[j]; names[j] = names[j - 1]; names[j - 1] = swap }
        for (i = 1; i <= count; i++) row(names[i])
        row("all")
    }' target/coverage.csv)
TABLE="$table" awk '
    /<!-- coverage: end -->/ { skip = 0 }
    !skip { print }
    /<!-- coverage -->/ { print ENVIRON["TABLE"]; skip = 1 }' CONTRIBUTING.md > target/CONTRIBUTING.md
cp target/CONTRIBUTING.md CONTRIBUTING.md
echo "$table" | tail -n 1
echo "The report is target/coverage/index.html; the table in CONTRIBUTING.md is new."
