#!/bin/sh
# Everything that is to be known of the browser viewer: generated code, types, unit tests, tests in a real Chromium.
# The viewer must have been built (mvn package).
set -eu
cd "$(dirname "$(readlink -f "$0")")"
[ -f target/classes/cc/viewer/viewer.js ] || { echo "web-viewer/test.sh: build first: mvn -q package" >&2; exit 2; }
npm ci --no-audit --no-fund --loglevel=error
./generate.sh --check
npm run --silent check
npm run --silent test
npm run --silent e2e
