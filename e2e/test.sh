#!/bin/sh
# End-to-end tests: real programs, the real node, a real browser. Needs a build, Node.js 20 or newer, Chromium.
set -eu
cd "$(dirname "$0")"
npm ci --no-audit --no-fund --silent
npm test --silent
