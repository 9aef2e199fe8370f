#!/bin/sh
# Generates src/gen/**/*_pb.ts from cc-protocol's .proto files. With --check, only says whether they are up to date.
# Needs `npm ci` and, for protoc, `mvn package` of cc-protocol once (or PROTOC in the environment).
set -eu
cd "$(dirname "$0")"
protoc=${PROTOC:-$(find "${MAVEN_REPOSITORY:-$HOME/.m2/repository}/com/google/protobuf/protoc" -name 'protoc-*-linux-x86_64.exe' 2>/dev/null | sort | tail -1)}
[ -n "$protoc" ] || { echo "generate.sh: no protoc: build cc-protocol with Maven first, or set PROTOC" >&2; exit 2; }
out=src/gen
if [ "${1:-}" = --check ]; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
fi
mkdir -p "$out"
copy=$(mktemp)
cp "$protoc" "$copy" && chmod +x "$copy"
"$copy" --plugin=protoc-gen-es=node_modules/.bin/protoc-gen-es --es_out="$out" \
    --es_opt=target=ts,import_extension=js,json_types=false \
    -I ../cc-protocol/src/main/proto cc/protocol/display.proto || { rm -f "$copy"; exit 1; }
rm -f "$copy"
if [ "${1:-}" = --check ]; then
    diff -r "$out" src/gen >&2 || { echo "generate.sh: src/gen is out of date: run web-viewer/generate.sh and commit" >&2; exit 1; }
fi
