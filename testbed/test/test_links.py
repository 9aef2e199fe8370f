"""Distances and cuts. Bounds are those of physics: nothing is faster than its distance, however busy this machine is."""

from __future__ import annotations

import json
import re
import unittest

from desk import Desk

RECEIVE = """
import socket
with socket.create_server(("0.0.0.0", 7000)) as server:
    print("up", flush=True)
    with server.accept()[0] as connection:
        while connection.recv(65536):
            pass
"""
SEND = """
import socket, sys, time
start = time.monotonic()
with socket.create_connection((sys.argv[1], 7000)) as connection:
    connection.sendall(bytes(int(sys.argv[2])))
    connection.shutdown(socket.SHUT_WR)
    connection.recv(1)  # until the other end has all and closes
print(time.monotonic() - start)
"""

ONE_BY_ONE = """
import socket, sys
with socket.create_server(("0.0.0.0", 7001)) as server:
    print("up", flush=True)
    connection = server.accept()[0]
    while data := connection.recv(1):
        print(data.decode(), flush=True)
"""
TYPE = """
import socket, sys
connection = socket.create_connection(('m1', 7001))
while key := sys.stdin.read(1):
    connection.sendall(key.encode())
"""


class LinksTest(Desk):
    members = 3

    def tearDown(self) -> None:
        self.do("heal")
        for host in ("m1", "m2", "m3"):
            self.do("net", host, "--clear")

    def fastest_ms(self, host: str, peer: str) -> float:
        printed = self.do("exec", host, "ping", "-c5", "-i0.01", "-W20", peer)
        match = re.search(r"= ([\d.]+)/", printed)
        assert match, printed
        return float(match[1])

    def frames(self) -> dict[str, dict[str, dict[str, int]]]:
        """What the links that are not plain carried and dropped, for each host."""
        return {host["name"]: host["frames"] for host in json.loads(self.do("list", "--json"))["hosts"]}

    def test_a_reply_takes_twice_the_delay_at_least(self) -> None:
        self.do("net", "m1", "--delay", "40ms")
        self.assertGreaterEqual(self.fastest_ms("m1", "m2"), 80)
        self.assertGreaterEqual(self.fastest_ms("m3", "m1"), 80)
        self.assertEqual(["m1"], [name for name, frames in self.frames().items() if frames])

    def test_delays_of_both_ends_add_up(self) -> None:
        self.do("net", "m1", "--delay", "20ms")
        self.do("net", "m2", "--delay", "30ms")
        self.assertGreaterEqual(self.fastest_ms("m1", "m2"), 100)

    def test_figures_change_one_by_one_and_are_cleared_together(self) -> None:
        self.do("net", "m1", "--delay", "20ms", "--loss", "0.5%")
        changed = self.do("net", "m1", "--delay", "40ms", "--rate", "5mbit")
        self.assertEqual("m1: delay 40ms, rate 5mbit queue 100ms, loss 0.5% seed 1\n", changed)
        replaced = self.do("net", "m1", "--clear", "--rate", "1mbit", "--queue", "30ms")
        self.assertEqual("m1: rate 1mbit queue 30ms\n", replaced)
        self.assertEqual("m1: plain\n", self.do("net", "m1", "--clear"))
        self.assertTrue(self.reaches("m1", "m2", 10))

    def test_bytes_do_not_pass_faster_than_the_rate(self) -> None:
        self.do("net", "m1", "--rate", "4mbit")
        for receiver, sender in (("m1", "m2"), ("m2", "m1")):
            process = self.start(receiver, "/usr/bin/python3", "-c", RECEIVE)
            assert process.stdout
            self.assertEqual("up\n", process.stdout.readline())
            took_s = float(self.do("exec", sender, "/usr/bin/python3", "-c", SEND, receiver, "300000"))
            self.assertGreaterEqual(took_s, 0.6)

    def test_a_part_of_the_packets_is_lost(self) -> None:
        self.do("net", "m1", "--loss", "20%", "--seed", "5")
        printed = self.do("exec", "m1", "ping", "-c200", "-i0.002", "-W1", "m2")
        match = re.search(r"200 packets transmitted, (\d+) received", printed)
        assert match, printed
        self.assertGreater(int(match[1]), 0)
        self.assertLess(int(match[1]), 200)
        carried = self.frames()["m1"]
        self.assertGreater(carried["out"]["lost"] + carried["back"]["lost"], 0)

    def test_nothing_passes_when_everything_is_lost(self) -> None:
        self.do("net", "m2", "--loss", "100%")
        self.assertFalse(self.reaches("m1", "m2"))
        self.assertTrue(self.reaches("m1", "m3", 10))

    def test_a_cut_is_between_two_hosts_both_ways_and_nobody_else(self) -> None:
        self.do("cut", "m1", "m2")
        for host, peer in (("m1", "m2"), ("m2", "m1"), ("m1", "ip6-m2"), ("m2", "ip6-m1")):
            self.assertFalse(self.reaches(host, peer), f"{host} to {peer}")
        for host, peer in (("m1", "m3"), ("m3", "m2"), ("outside", "gateway")):
            self.assertTrue(self.reaches(host, peer, 10), f"{host} to {peer}")
        self.assertIn("cut: m1 and m2", self.do("list"))

    def test_healing_one_cut_leaves_the_other(self) -> None:
        self.do("cut", "m1", "m2")
        self.do("cut", "m1", "m3")
        self.do("heal", "m2", "m1")
        self.assertTrue(self.reaches("m1", "m2", 10))
        self.assertFalse(self.reaches("m1", "m3"))
        self.do("heal")
        self.assertTrue(self.reaches("m1", "m3", 10))

    def test_a_connection_goes_on_after_a_cut(self) -> None:
        receiver = self.start("m1", "/usr/bin/python3", "-c", ONE_BY_ONE)
        assert receiver.stdout
        self.assertEqual("up\n", receiver.stdout.readline())
        sender = self.start("m2", "/usr/bin/python3", "-uc", TYPE)
        assert sender.stdin
        self._type(sender, "a")
        self.assertEqual("a\n", receiver.stdout.readline())
        self.do("cut", "m2", "m1")
        self._type(sender, "b")
        self.assertFalse(self.reaches("m1", "m2"))
        self.do("heal")
        self.assertEqual("b\n", receiver.stdout.readline())

    @staticmethod
    def _type(sender: object, key: str) -> None:
        sender.stdin.write(key)  # type: ignore[attr-defined]
        sender.stdin.flush()  # type: ignore[attr-defined]

    def test_a_cut_and_a_distance_go_together(self) -> None:
        self.do("net", "m1", "--delay", "10ms")
        self.do("cut", "m1", "m2")
        self.assertFalse(self.reaches("m1", "m2"))
        self.do("heal")
        self.assertGreaterEqual(self.fastest_ms("m1", "m2"), 20)

    def test_what_makes_no_sense_is_refused(self) -> None:
        self.assertIn("no host 'm9'", self.refused("net", "m9", "--delay", "5ms"))
        self.assertIn("from itself", self.refused("cut", "m1", "m1"))
        self.assertIn("like 50ms", self.refused("net", "m1", "--delay", "fast"))


if __name__ == "__main__":
    unittest.main()
