#!/usr/bin/env bash
# Renews the example answers in README.md, cf-service/README.md and similarity-service/README.md, and the picture of the page: starts ./run
# with databases of its own, runs each "$ curl" and keeps the shape of what stands there (.mvn/Examples.java). Three minutes on two cores.
#
#   .mvn/examples.sh FOLDER     the folder has ml-latest-small and imdb in it
#
# JAVA_HOME is a JDK 25; chromium takes the picture. An example that no longer fits is named and left alone.
set -euo pipefail
data=$(cd "${1:?usage: .mvn/examples.sh FOLDER}" && pwd)
cd "$(dirname "$0")/.."
java=${JAVA_HOME:?must name a JDK 25}/bin/java
port=18780
work=$(mktemp -d)
running=
status=0

stop() {
    [ -z "$running" ] || { kill -INT "$running" && wait "$running" || true; }
    running=
}
trap 'stop; rm -rf "$work"' EXIT

# start OPTION...   returns when the models are trained
start() {
    : >"$work/log" # what an earlier start said does not count
    MARQUEE_HOME=$work/home ./run --fresh --port "$port" --similarity-port "$((port + 1))" "$@" >"$work/log" 2>&1 &
    running=$!
    until grep -q "^Ctrl-C stops everything" "$work/log"; do
        kill -0 "$running" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
        sleep 1
    done
    grep -q "^There is no model" "$work/log" && { cat "$work/log" >&2; exit 1; }
    return 0
}

# renew PAGE...
renew() {
    "$java" .mvn/Examples.java "http://localhost:$port" "http://localhost:$((port + 1))" "$@" || status=1
}

start
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,900 --virtual-time-budget=10000 \
    --screenshot="$work/page.png" "http://localhost:$port/?user=7" >"$work/chromium" 2>&1 || { cat "$work/chromium" >&2; exit 1; }
cp "$work/page.png" cf-service/docs/page.png
renew README.md
stop
start --data "$data/ml-latest-small" --imdb "$data/imdb"
renew cf-service/README.md similarity-service/README.md
exit "$status"
