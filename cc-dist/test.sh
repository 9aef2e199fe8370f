#!/usr/bin/env bash
# Looks into the Debian package, and runs it from a folder of its own. Needs: mvn -Pdeb package.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
deb=$(ls target/computing-community_*_amd64.deb)
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
fail() {
  echo "cc-dist/test.sh: $*" >&2
  exit 1
}

content=$(dpkg-deb -c "$deb")
for file in /usr/bin/computing-community /usr/lib/cc/cc-agent.jar /usr/lib/cc/make-archive /usr/lib/cc/demo/cc-demo.jar \
  /usr/lib/systemd/system/cc-node.service /usr/lib/systemd/user/cc-node.service \
  /usr/share/man/man1/computing-community.1.gz /usr/share/man/man1/cc-run.1.gz \
  /usr/share/bash-completion/completions/computing-community /usr/share/doc/computing-community/README.md; do
  grep -qE " \.$file\$" <<<"$content" || fail "$file is missing"
done
# These are the C compilers' and bash-completion's.
for file in /usr/bin/cc /usr/share/man/man1/cc.1.gz /usr/share/bash-completion/completions/cc; do
  ! grep -qE " \.$file( |\$)" <<<"$content" || fail "$file belongs to another package"
done
! grep -q 'cc\.jsa' <<<"$content" || fail "an archive of the building machine is in the package"

dpkg-deb -x "$deb" "$root"
dpkg-deb -e "$deb" "$root/DEBIAN"
for script in postinst prerm postrm; do
  [ -x "$root/DEBIAN/$script" ] || fail "$script cannot be run"
  sh -n "$root/DEBIAN/$script"
done
cc=$root/usr/lib/cc/bin/cc
export CC_RUNTIME_DIR=$root/run CC_STATE_DIR=$root/state
[ "$("$cc" --version)" = "$("$root/usr/bin/computing-community" --version)" ] || fail "the two names differ"
"$cc" doctor || fail "doctor finds something wrong here"
bash -n "$root/usr/share/bash-completion/completions/computing-community"
"$root/usr/lib/cc/make-archive" "$root/usr/lib/cc" "$(readlink -f "$(command -v java)")" >/dev/null
[ -s "$root/usr/lib/cc/cc.jsa" ] || fail "no archive was made"
"$cc" --version
if command -v man >/dev/null; then
  for page in "$root"/usr/share/man/man1/*.gz; do
    complaints=$(LC_ALL=C MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Z "$page" 2>&1 >/dev/null)
    [ -z "$complaints" ] || fail "$page: $complaints"
  done
fi
if command -v systemd-analyze >/dev/null; then
  for unit in "$root"/usr/lib/systemd/*/cc-node.service; do
    # The programs that they name lie in the throwaway root.
    sed "s,/usr/bin/computing-community,$root&," "$unit" >"$root/cc-node.service"
    complaints=$(systemd-analyze verify --man=no "$root/cc-node.service" 2>&1 | grep cc-node || true)
    [ -z "$complaints" ] || fail "$unit: $complaints"
  done
fi
echo "The package is as it should be: $deb"
