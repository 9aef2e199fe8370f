#!/bin/sh
# Tests of the testbed itself. Need root, namespaces, iproute2, iputils-ping and util-linux.
cd "$(dirname "$0")/test" || exit 1
python=/usr/bin/python3
[ -x "$python" ] || python=python3
exec "$python" -S run.py "$@"
