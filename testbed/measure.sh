#!/bin/sh
# How true the links of a testbed are on this machine. Needs iputils-ping and iperf3; takes a minute and a half.
set -eu
testbed="$(dirname "$(readlink -f "$0")")/../bin/testbed --name measure-$$"
trap '$testbed down' EXIT
$testbed up 2 --bare >/dev/null

round_trip() { $testbed exec m1 ping -q -i 0.02 -c 100 m2 | sed -n 's/^rtt/  round trip/p'; }
throughput() {
  $testbed exec m1 iperf3 -c m2 -t 5 "$@" | sed -n "s/^\[.*  \([0-9.]* .bits\/sec\).*receiver.*/  throughput ${*:+($*) }\1/p"
}

$testbed exec m2 sh -c 'iperf3 -s -D >/dev/null'
for link in "" "--delay 5ms" "--delay 10ms" "--delay 50ms"; do
  $testbed net m1 --clear $link
  round_trip
  throughput
done
for link in "--delay 5ms --rate 100mbit" "--rate 2mbit" "--delay 50ms --rate 2mbit --loss 1%"; do
  $testbed net m1 --clear $link
  throughput
  throughput -R
done
$testbed net m1 --clear --delay 5ms --rate 10gbit
throughput
$testbed net m1 --clear --loss 1%
$testbed exec m1 ping -q -i 0.002 -c 5000 m2 | sed -n 's/^.*received/  of 5000 pings/p'
$testbed net m1 --clear
$testbed cut m1 outside
echo "m1: plain, cut off from outside"
round_trip
throughput
