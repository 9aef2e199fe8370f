"""Three machines keep their community together: any one may die or freeze, and come back; strangers harm none."""

from __future__ import annotations

import json
import unittest
from pathlib import Path

from desk import eventually, testbed
from members import KEY, STATE, Members

DEMO = str(Path(__file__).resolve().parents[2] / "cc-dist/target/cc/demo/cc-demo.jar")
ALL = ("m1", "m2", "m3")

PEER_PORT = 7447
QUORUM_PORT = 7449
REGISTRY_PORTS = (7448, QUORUM_PORT, 7450)
LOOPBACK = ("127.0.0.1", "::1", "::ffff:127.0.0.1")

# What somebody sends to a port who is no member; tells whether the port's end closed the connection.
SEND = """
import socket, ssl, sys
host, port, what = sys.argv[1], int(sys.argv[2]), sys.argv[3]
garbage = bytes(range(256)) * 4096
s = socket.create_connection((host, port), 20)
s.settimeout(20)
try:
    if what == "plain":
        s.sendall(b"GET / HTTP/1.1\\r\\n\\r\\n" + garbage)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.set_alpn_protocols(["h2"])
        s = context.wrap_socket(s)
        s.sendall(garbage)
    while s.recv(65536):
        pass
except TimeoutError:
    sys.exit("the connection stays open")
except OSError:
    pass
print("closed")
"""


# The same on the machine itself, to what it has for its own people.
SEND_WITHIN = """
import socket
s = socket.socket(socket.AF_UNIX)
s.connect("/tmp/cc-root/node.sock")
s.settimeout(20)
try:
    s.sendall(b"\\xff" * 100_000)
    while s.recv(65536):
        pass
except TimeoutError:
    raise SystemExit("the connection stays open")
except OSError:
    pass
print("closed")
"""


class QuorumTest(Members):
    members = 4

    def setUp(self) -> None:
        super().setUp()
        self.await_coordinators("m1", *ALL)
        self.await_present("m2", *ALL)

    def application(self, host: str, name: str) -> dict:
        found = [one for one in json.loads(self.cc(host, "ps", "--json")) if one["name"] == name]
        return found[0] if found else {}

    def routes_change_without(self, gone: str, here: str, there: str) -> None:
        """A program on one machine shows on another, goes on, and can be moved; a new one starts."""
        eventually(lambda: self.present(here) == {here, there}, f"{gone} is away")
        before = self.application(here, "demo")
        self.assertEqual(("runs", here, [there]), (before["state"], before["machine"], before["screens"]))
        self.assertIn("http", self.cc(there, "view", "demo"))
        self.cc(there, "show", "demo", "--on", here)
        self.assertEqual([here], self.application(there, "demo")["screens"])
        self.cc(here, "show", "demo", "--on", there)
        eventually(lambda: self.shows(there, "demo"), f"demo shows on {there} again")
        self.cc(there, "run", "-d", "--name", "late", "--on", here, DEMO)
        eventually(lambda: self.application(there, "late").get("state") == "runs", "a new program runs")
        self.cc(here, "kill", "late")
        self.assertEqual(before["pid"], self.application(here, "demo")["pid"])

    def shows(self, host: str, name: str) -> bool:
        return testbed(self.name, "exec", host, "cc", "view", name).returncode == 0

    def start_demo(self, runs: str, shows: str) -> None:
        self.cc(runs, "run", "-d", "--name", "demo", "--screen", shows, DEMO)
        eventually(lambda: self.shows(shows, "demo"), f"demo shows on {shows}")

    def test_a_coordinator_may_die_while_programs_show_elsewhere(self) -> None:
        self.start_demo("m2", "m3")
        self.signal_node("m1", "KILL")
        self.routes_change_without("m1", "m2", "m3")
        self.join("m4", "m3")
        self.await_present("m4", "m2", "m3", "m4")
        self.assertFalse(self.has("m4", KEY))
        # Whatever needs a node starts it.
        self.await_present("m1", "m1", "m2", "m3", "m4")
        self.await_coordinators("m4", *ALL)
        self.cc("m4", "leave")
        self.cc("m2", "kill", "demo")

    def test_a_coordinator_may_freeze_while_programs_show_elsewhere(self) -> None:
        self.start_demo("m3", "m2")
        self.do("freeze", "m1")
        self.routes_change_without("m1", "m3", "m2")
        self.do("thaw", "m1")
        self.await_present("m1", *ALL)
        self.assertEqual("runs", self.application("m1", "demo")["state"])
        self.cc("m1", "kill", "demo")

    def test_what_strangers_send_closes_their_connection_and_harms_nobody(self) -> None:
        host = self.leader()
        for port in (PEER_PORT, *REGISTRY_PORTS):
            for what in ("plain", "tls"):
                with self.subTest(port=port, what=what):
                    sent = testbed(self.name, "exec", "m4", "/usr/bin/python3", "-c", SEND, host, str(port), what)
                    self.assertEqual("closed\n", sent.stdout, sent.stderr)
        sent = testbed(self.name, "exec", host, "/usr/bin/python3", "-c", SEND_WITHIN)
        self.assertEqual("closed\n", sent.stdout, sent.stderr)
        self.assertEqual({"m1", "m2", "m3"}, self.present(host))
        log = self.on(host, "cat /tmp/cc-root/node.log")
        self.assertIn("No handshake with", log)
        self.assertLess(max(map(len, log.splitlines())), 2000)

    def test_beyond_loopback_only_the_known_ports_listen(self) -> None:
        self.assertEqual({PEER_PORT, *REGISTRY_PORTS}, self.beyond_loopback(self.leader()))
        for host in ALL:
            self.assertLessEqual(self.beyond_loopback(host), {PEER_PORT, *REGISTRY_PORTS})

    def leader(self) -> str:
        """Of the registry's servers only the one that leads listens for the others."""
        leaders: list[str] = []

        def one_leads() -> bool:
            leaders[:] = [host for host in ALL if QUORUM_PORT in self.beyond_loopback(host)]
            return len(leaders) == 1

        eventually(one_leads, "one of the registry's servers leads")
        return leaders[0]

    def beyond_loopback(self, host: str) -> set[int]:
        listening = self.on(host, "ss -Htln").splitlines()
        places = [line.split()[3].rpartition(":") for line in listening]
        return {int(port) for at, _, port in places if at.strip("[]") not in LOOPBACK}


class FullDiskTest(Members):
    members = 3
    joined = 2

    def test_a_coordinator_whose_disk_is_full_goes_on_when_there_is_space_again(self) -> None:
        self.on("m3", f"mkdir -p {STATE} && mount -t tmpfs -o size=1m none {STATE}")
        self.join("m3", "m1")
        self.await_coordinators("m1", "m1", "m2", "m3")
        self.on("m3", f"cat /dev/zero > {STATE}/full 2>/dev/null; true")
        eventually(lambda: "No space left" in self.on("m3", "tail -n 200 /tmp/cc-root/node.log"), "m3 says so")
        self.assertEqual({"m1", "m2", "m3"}, self.present("m3"))
        self.token("m1")
        self.on("m3", f"rm {STATE}/full")
        # From here on nothing is decided without it.
        self.signal_node("m1", "KILL")
        self.await_present("m2", "m2", "m3")


if __name__ == "__main__":
    unittest.main()
