"""Hosts are machines: each has its own of what a machine has, and reaches the others as machines do."""

from __future__ import annotations

import json
import unittest
from pathlib import Path

from desk import FOLDER, Desk, eventually, testbed


class HostsTest(Desk):
    members = 3

    def test_a_host_has_its_own_name(self) -> None:
        for host in ("m1", "m2", "m3", "outside"):
            self.assertEqual(host, self.on(host, "hostname").strip())

    def test_hosts_reach_each_other_by_name(self) -> None:
        for host, peer in (("m1", "m2"), ("m2", "m3"), ("m3", "m1"), ("m1", "outside")):
            self.assertTrue(self.reaches(host, peer, 10), f"{host} to {peer}")
            self.assertTrue(self.reaches(host, f"ip6-{peer}", 10), f"{host} to {peer} by IPv6")

    def test_a_host_is_known_by_its_own_address(self) -> None:
        self.assertEqual("10.77.0.2", self.on("m2", "getent ahostsv4 m2 | head -n1 | cut -d' ' -f1").strip())

    def test_outside_reaches_the_gateway_and_nothing_else(self) -> None:
        self.assertTrue(self.reaches("outside", "gateway", 10))
        self.assertTrue(self.reaches("outside", "ip6-gateway", 10))
        self.assertFalse(self.reaches("outside", "m2"))
        self.assertFalse(self.reaches("outside", "10.77.0.2"))
        self.assertFalse(self.reaches("m2", "outside"))
        self.assertFalse(self.reaches("m2", "ip6-outside"))

    def test_the_gateways_address_can_move_to_another_host(self) -> None:
        self.on("m1", "ip addr del 10.77.0.1/24 dev eth0")
        try:
            self.on("m2", "ip addr add 10.77.0.1/24 dev eth0")
            self.on("outside", "ip neigh flush all")
            self.assertTrue(self.reaches("outside", "gateway", 10))
        finally:
            testbed(self.name, "exec", "m2", "ip", "addr", "del", "10.77.0.1/24", "dev", "eth0")
            self.on("m1", "ip addr add 10.77.0.1/24 dev eth0; ip route replace 10.77.1.0/24 dev eth0")
            for host in ("m2", "m3", "outside"):
                self.on(host, "ip neigh flush all")

    def test_nothing_leads_out_of_the_testbed(self) -> None:
        self.assertIn("unreachable", testbed(self.name, "exec", "m1", "ping", "-c1", "-W1", "192.0.2.1").stderr)

    def test_processes_are_seen_by_their_own_host_only(self) -> None:
        process = self.start("m1", "sh", "-c", "echo here; exec sleep 4321")
        assert process.stdout
        self.assertEqual("here\n", process.stdout.readline())
        self.assertIn("4321", self.on("m1", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '").replace("cat", ""))
        self.assertNotIn("4321", self.on("m2", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '"))

    def test_folders_are_its_own(self) -> None:
        for folder in ("/tmp", "/var/tmp", "/run", "/root", "/var/lib", "/etc", "/dev/shm"):
            with self.subTest(folder):
                self.on("m1", f"echo m1 > {folder}/cc-testbed-probe")
                self.assertEqual("m1\n", self.on("m1", f"cat {folder}/cc-testbed-probe"))
                self.assertEqual("none\n", self.on("m2", f"cat {folder}/cc-testbed-probe 2>/dev/null || echo none"))
                self.assertFalse(Path(folder, "cc-testbed-probe").exists())

    def test_a_disk_can_be_reached_from_here(self) -> None:
        disks = {host["name"]: host["disk"] for host in json.loads(self.do("list", "--json"))["hosts"]}
        Path(disks["m3"], "home", "given").write_text("from here")
        self.assertEqual("from here", self.on("m3", "cat ~/given"))

    def test_the_rest_is_the_machines_and_cannot_be_changed(self) -> None:
        self.on("m1", f"test -f {FOLDER}/README.md")
        self.assertIn("Read-only", self.refused("exec", "m1", "touch", f"{FOLDER}/probe"))
        self.assertIn("Read-only", self.refused("exec", "m1", "touch", "/usr/probe"))

    def test_abstract_sockets_are_its_own(self) -> None:
        listener = "import socket; s=socket.socket(1); s.bind('\\0probe'); s.listen(); print('up', flush=True); s.accept(); s.accept()"
        process = self.start("m1", "/usr/bin/python3", "-c", listener)
        assert process.stdout
        self.assertEqual("up\n", process.stdout.readline())
        connect = "import socket; socket.socket(1).connect('\\0probe')"
        self.do("exec", "m1", "/usr/bin/python3", "-c", connect)
        self.assertIn("ConnectionRefused", testbed(self.name, "exec", "m2", "/usr/bin/python3", "-c", connect).stderr)

    def test_orphans_are_reaped(self) -> None:
        self.on("m3", "for i in 1 2 3 4 5; do sh -c 'sleep 0.01 &'; done")

        def alone() -> bool:
            return self.on("m3", "cat /proc/[0-9]*/stat | grep -c '(sleep)'").strip() == "1"

        eventually(alone, "only the first process is left, and no zombie")

    def test_low_process_ids_are_free(self) -> None:
        self.assertGreaterEqual(int(self.on("m2", "echo $$")), 1000)

    def test_names_and_addresses_are_listed(self) -> None:
        listed = json.loads(self.do("list", "--json"))
        self.assertEqual(["m1", "m2", "m3", "outside"], [host["name"] for host in listed["hosts"]])
        self.assertEqual({"on"}, {host["state"] for host in listed["hosts"]})
        self.assertIn("10.77.0.3", self.do("list"))


if __name__ == "__main__":
    unittest.main()
