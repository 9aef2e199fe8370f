"""What people see when something is wrong between machines: who is a stranger, who is late, who is cut off."""

from __future__ import annotations

import unittest

from desk import eventually, testbed
from members import STATE, Members

PEER_PORT = 7447
REGISTRY_PORTS = (7448, 7449, 7450)

# What somebody sends to a port who is no member; tells whether the port's end closed the connection.
SEND = """
import socket, ssl, sys
port, what = int(sys.argv[1]), sys.argv[2]
garbage = bytes(range(256)) * 4096
s = socket.create_connection(("gateway", port), 20)
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


class FaultsTest(Members):
    members = 3
    joined = 3

    def setUp(self) -> None:
        super().setUp()
        self.await_coordinators("m1", "m1", "m2", "m3")

    def test_what_strangers_send_closes_their_connection_and_harms_nobody(self) -> None:
        for port in (PEER_PORT, *REGISTRY_PORTS):
            for what in ("plain", "tls"):
                with self.subTest(port=port, what=what):
                    sent = testbed(self.name, "exec", "outside", "/usr/bin/python3", "-c", SEND, str(port), what)
                    self.assertEqual("closed\n", sent.stdout, sent.stderr)
        sent = testbed(self.name, "exec", "m1", "/usr/bin/python3", "-c", SEND_WITHIN)
        self.assertEqual("closed\n", sent.stdout, sent.stderr)
        self.assertEqual({"m1", "m2", "m3"}, self.present("m1"))
        log = self.on("m1", "cat /tmp/cc-root/node.log")
        self.assertIn("No handshake with", log)
        self.assertLess(max(map(len, log.splitlines())), 2000)

    def test_beyond_loopback_only_the_known_ports_listen(self) -> None:
        listening = self.on("m1", "ss -Htln").splitlines()
        places = [line.split()[3].rpartition(":") for line in listening]
        beyond = {int(port) for host, _, port in places if host.strip("[]") not in ("127.0.0.1", "::1", "::ffff:127.0.0.1")}
        self.assertEqual({PEER_PORT, *REGISTRY_PORTS}, beyond)


if __name__ == "__main__":
    unittest.main()
