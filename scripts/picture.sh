#!/usr/bin/env bash
# Takes the picture of the README: ./scripts/picture.sh after `make demo`. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --window-size=1280,1640 \
    --screenshot=docs/pictures/brief.png "file://$PWD/demo-record/brief.html"
