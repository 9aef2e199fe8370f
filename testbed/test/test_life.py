"""Hosts die, come back, stand still; testbeds leave nothing behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import unittest
from pathlib import Path

from desk import ENTRY, Desk, eventually, obstacle, testbed

import processes
import state

CONNECT = "import socket; s = socket.create_connection(('m1', 7002)); print('up', flush=True); s.recv(1)"
LISTEN = "import socket; s = socket.create_server(('0.0.0.0', 7002)); print('up', flush=True); c = s.accept(); input()"


def namespaces_of(pid: int) -> set[str]:
    kinds = ("net", "mnt", "pid", "uts", "ipc")
    return {os.readlink(f"/proc/{pid}/ns/{kind}") for kind in kinds}


def in_use(namespaces: set[str]) -> set[str]:
    """Those of the namespaces in which some process still is."""
    found: set[str] = set()
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            found |= namespaces_of(int(entry)) & namespaces
        except OSError:
            continue
    return found


def leftovers(name: str) -> list[str]:
    found = [f"process {process.pid}" for process in processes.marked(name)]
    found += [str(path) for path in (state.BASE / name, state.BASE / f".{name}.lock") if path.exists()]
    found += [line for line in Path("/proc/self/mountinfo").read_text().splitlines() if name in line]
    found += [device for device in os.listdir("/sys/class/net") if device.startswith(("m1", "hub", "outside"))]
    return found


class LifeTest(Desk):
    def test_a_kill_ends_everything_at_once(self) -> None:
        process = self.start("m1", "sh", "-c", "trap '' TERM; sleep 77 & echo ready; wait")
        assert process.stdout
        process.stdout.readline()
        self.do("kill", "m1")
        self.assertEqual(128 + 9, process.wait())
        self.assertIn("m1 is off", self.refused("exec", "m1", "true"))
        self.assertIn("m1 is off", self.refused("kill", "m1"))
        self.assertFalse(self.reaches("m2", "m1"))
        self.do("start", "m1")
        self.assertTrue(self.reaches("m2", "m1", 10))
        self.assertIn("on already", self.refused("start", "m1"))

    def test_a_disk_outlives_a_kill_and_memory_does_not(self) -> None:
        self.on("m1", "for f in ~ /var/lib /etc /var/tmp /tmp /run; do echo $f > $f/kept; done")
        self.do("kill", "m1")
        self.do("start", "m1")
        kept = self.on(
            "m1", "for f in ~ /var/lib /etc /var/tmp /tmp /run; do [ -e $f/kept ] && cat $f/kept; done; true"
        )
        self.assertEqual(["/root", "/var/lib", "/etc", "/var/tmp"], kept.split())

    def test_a_killed_host_says_no_farewell(self) -> None:
        listener = self.start("m1", "/usr/bin/python3", "-c", LISTEN)
        assert listener.stdout
        listener.stdout.readline()
        client = self.start("m2", "/usr/bin/python3", "-c", CONNECT)
        assert client.stdout
        client.stdout.readline()
        self.do("kill", "m1")
        established = "01"
        port = f":{7002:04X}"
        lines = [line.split() for line in self.on("m2", "cat /proc/net/tcp").splitlines()]
        self.assertEqual([established], [line[3] for line in lines if line[2].endswith(port)])
        self.assertIsNone(client.poll())
        self.do("start", "m1")

    def test_a_link_keeps_its_figures_over_a_kill(self) -> None:
        self.do("net", "m2", "--delay", "20ms")
        self.do("kill", "m2")
        self.do("start", "m2")
        self.assertIn("delay 20ms", self.do("list"))
        printed = self.do("exec", "m2", "ping", "-c2", "-W20", "m1")
        self.assertGreaterEqual(float(printed.rpartition("= ")[2].split("/")[0]), 40)
        self.do("net", "m2", "--clear")

    def test_a_frozen_host_stands_still_until_it_is_thawed(self) -> None:
        process = self.start("m1", "sh", "-c", "echo $$; read line; echo $line")
        assert process.stdin and process.stdout
        inside = process.stdout.readline().strip()
        self.do("freeze", "m1")
        self.assertIn("frozen", self.do("list"))
        eventually(lambda: self._state("m1", inside) == "T", "the process is stopped")
        self.do("thaw", "m1")
        process.stdin.write("on\n")
        process.stdin.flush()
        self.assertEqual("on\n", process.stdout.readline())

    def _state(self, host: str, pid: str) -> str:
        return self.on(host, f"cat /proc/{pid}/stat").rpartition(")")[2].split()[0]

    def test_a_second_testbed_of_one_name_is_refused(self) -> None:
        self.assertIn("up already", self.refused("up", "1", "--bare"))
        self.assertEqual(3, len(json.loads(self.do("list", "--json"))["hosts"]))

    def test_two_testbeds_do_not_see_each_other(self) -> None:
        other = f"{self.name}-other"
        self.addCleanup(testbed, other, "down")
        self.assertEqual(0, testbed(other, "up", "3", "--bare").returncode)
        self.assertEqual(0, testbed(other, "exec", "m1", "ping", "-c1", "m3").returncode)
        self.assertFalse(self.reaches("m1", "10.77.0.3"))
        self.assertEqual(0, testbed(other, "down").returncode)
        self.assertTrue(self.reaches("m1", "m2", 10))


class LeftoversTest(unittest.TestCase):
    def setUp(self) -> None:
        reason = obstacle()
        if reason:
            self.skipTest(reason)
        self.name = f"test-{os.getpid()}-leftovers"
        self.addCleanup(testbed, self.name, "down")

    def up(self) -> list[dict]:
        made = testbed(self.name, "up", "2", "--bare")
        self.assertEqual(0, made.returncode, made.stderr)
        return json.loads(testbed(self.name, "list", "--json").stdout)["hosts"]

    def begin(self, enough: int) -> subprocess.Popen[bytes]:
        """An `up` that has made so many first processes, the hub's among them."""
        making = subprocess.Popen([ENTRY, "--name", self.name, "up", "3", "--bare"], stdout=subprocess.DEVNULL)
        eventually(lambda: len(processes.marked(self.name)) >= enough, "it has begun")
        return making

    def test_down_leaves_nothing_behind(self) -> None:
        hosts = self.up()
        testbed(self.name, "net", "m1", "--delay", "5ms")
        testbed(self.name, "cut", "m1", "m2")
        testbed(self.name, "kill", "m2")
        testbed(self.name, "exec", "m1", "sh", "-c", "setsid sleep 999 >/dev/null 2>&1 &")
        made = namespaces_of(hosts[0]["pid"])
        self.assertEqual(0, testbed(self.name, "down").returncode)
        self.assertEqual([], leftovers(self.name))
        self.assertEqual(set(), in_use(made))
        self.assertEqual(0, testbed(self.name, "down").returncode, "a second time")

    def test_a_testbed_without_its_files_is_found_all_the_same(self) -> None:
        made = namespaces_of(self.up()[0]["pid"])
        Path("/run/cc-testbed", self.name, "state.json").write_text("{ broken")
        self.assertIn("not up", testbed(self.name, "list").stderr)
        testbed(self.name, "down")
        self.assertEqual([], leftovers(self.name))
        self.assertEqual(set(), in_use(made))

    def test_what_a_killed_up_leaves_goes_with_down(self) -> None:
        for enough in (1, 2, 3):
            with self.subTest(processes=enough):
                making = self.begin(enough)
                making.kill()
                making.wait()
                # One that was being made at that moment may still arrive, but not after the hub is gone.
                self.assertEqual(0, testbed(self.name, "down").returncode)
                eventually(lambda: leftovers(self.name) == [], "nothing is left")

    def test_an_interrupted_up_cleans_up_after_itself(self) -> None:
        making = self.begin(2)
        making.send_signal(signal.SIGTERM)
        if making.wait() == 0:
            testbed(self.name, "down")  # it was quicker
        self.assertEqual([], leftovers(self.name))

    def test_hosts_that_cannot_be_joined_are_removed_again(self) -> None:
        without_java = os.environ | {"JAVA_HOME": "/nowhere"}
        made = testbed(self.name, "up", "2", env=without_java)
        self.assertEqual(1, made.returncode)
        self.assertIn("'cc init' on m1", made.stderr)
        self.assertIn("--bare", made.stderr)
        self.assertEqual([], leftovers(self.name))

    def test_commands_on_no_testbed_say_how_to_make_one(self) -> None:
        for command in (["list"], ["exec", "m1", "true"], ["net", "m1"], ["heal"], ["kill", "m1"]):
            done = testbed(self.name, *command)
            self.assertEqual(1, done.returncode)
            self.assertIn("bin/testbed up 3", done.stderr)
        self.assertEqual([], leftovers(self.name))


if __name__ == "__main__":
    unittest.main()
