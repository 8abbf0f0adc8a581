#!/usr/bin/env bash
# Takes the pictures of the README: ./scripts/picture.sh after `make demo`. Needs chromium and curl.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=$(mktemp -d)
port=8799
.venv/bin/truceline serve --port $port --db sqlite:///demo-record/demo.db &
desk=$!
trap 'kill $desk; rm -rf "$profile"' EXIT

shoot() { # address picture width,height
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --window-size="$3" \
        --screenshot="docs/pictures/$2" "$1"
}

until curl -sf -o /dev/null http://127.0.0.1:$port/; do sleep 0.5; done
disputed=$(curl -sf "http://127.0.0.1:$port/facts?standing=disputed" | grep -o '/fact/f[0-9a-f]*' | head -1)
shoot "file://$PWD/demo-record/brief.html" brief.png 1280,1640
shoot "http://127.0.0.1:$port/" desk.png 1280,1240
shoot "http://127.0.0.1:$port$disputed" fact.png 1280,1560
