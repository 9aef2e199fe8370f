"""Programs whose machines, nodes and networks fail: they go on, and what shows elsewhere is exact again afterwards."""

from __future__ import annotations

import json
import re
import subprocess
import time
import unittest
from typing import ClassVar

from desk import ENTRY, FOLDER, eventually
from members import Members

DEMO = str(FOLDER.parent / "cc-dist" / "target" / "cc" / "demo" / "cc-demo.jar")
PYTHON = "/usr/bin/python3"
NOTE = "/root/note.txt"
LOG = "/tmp/cc-root/node.log"

# Replicas compare themselves with the program's own checksums, everywhere.
VERIFY = ("--env", "_JAVA_OPTIONS=-Dcc.verify=true")

READ_METRICS = "import urllib.request; print(urllib.request.urlopen('http://127.0.0.1:7451/metrics').read().decode())"

# What nobody understands, sent to everything that listens on a machine. Prints what did not end the connection.
SEND_NONSENSE = """
import re, socket, ssl, struct, sys, urllib.request
address = sys.argv[1]
host, port, path, query = re.fullmatch(r"http://([^:]+):(\\d+)(/[^?]*)\\?(.*)", address).groups()
nonsense = bytes(range(256)) * 64
PATIENCE_S = 20

def message(content):
    return struct.pack(">I", len(content)) + content

def field(number, content):
    return bytes([number << 3 | 2, len(content)]) + content

def hello(role, content):
    return message(b"\\x08\\x01" + field(role, content))

def unix(content):
    s = socket.socket(socket.AF_UNIX)
    s.connect("/tmp/cc-root/node.sock")
    return s, content

def tcp(at, content):
    return socket.create_connection(("localhost" if at == 7447 else "127.0.0.1", at)), content

def encrypted(content):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_alpn_protocols(["h2"])
    return context.wrap_socket(socket.create_connection((socket.gethostname(), 7447))), content

class KeepCookie(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None

def cookie():
    try:
        answer = urllib.request.build_opener(KeepCookie).open(address)
    except urllib.error.HTTPError as e:
        answer = e
    return answer.headers["Set-Cookie"].split(";")[0]

def browser(content):
    s, _ = tcp(int(port), b"")
    s.sendall((f"GET {path}/socket HTTP/1.1\\r\\nHost: {host}:{port}\\r\\nOrigin: http://{host}:{port}\\r\\n"
        f"Cookie: {kept}\\r\\nConnection: Upgrade\\r\\nUpgrade: websocket\\r\\nSec-WebSocket-Version: 13\\r\\n"
        "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\\r\\n\\r\\n").encode())
    head = s.recv(12)
    assert head == b"HTTP/1.1 101", head
    return s, content

kept = cookie()
oversized = struct.pack(">I", 1 << 30)
tries = {
    "node socket, oversized": lambda: unix(oversized),
    "node socket, malformed": lambda: unix(message(nonsense)),
    "native viewer, oversized": lambda: unix(hello(3, field(1, b"page")) + oversized),
    "native viewer, malformed": lambda: unix(hello(3, field(1, b"page")) + message(nonsense)),
    "input proxy, oversized": lambda: unix(hello(3, field(1, b"page") + b"\\x18\\x01") + oversized),
    "input proxy, malformed": lambda: unix(hello(3, field(1, b"page") + b"\\x18\\x01") + message(nonsense)),
    "program, oversized": lambda: unix(hello(2, field(1, b"nonsense")) + struct.pack(">I", 0xF0000000)),
    "program, malformed": lambda: unix(hello(2, field(1, b"nonsense")) + message(nonsense)),
    "admin port, oversized": lambda: tcp(7451, b"GET /" + b"a" * (1 << 20)),
    "admin port, malformed": lambda: tcp(7451, nonsense + b"\\r\\n\\r\\n"),
    "web port, oversized": lambda: tcp(int(port), b"GET /" + b"a" * (1 << 20)),
    "web port, malformed": lambda: tcp(int(port), nonsense + b"\\r\\n\\r\\n"),
    "browser, oversized": lambda: browser(b"\\x82\\xff" + struct.pack(">Q", 1 << 40) + nonsense),
    "browser, malformed": lambda: browser(b"\\x82\\x84\\0\\0\\0\\0\\xff\\xff\\xff\\xff"),
    "peer port, malformed": lambda: encrypted(nonsense),
}
for what, begin in tries.items():
    s, content = begin()
    s.settimeout(PATIENCE_S)
    try:
        s.sendall(content)
        while s.recv(65536):
            pass
    except TimeoutError:
        print("stays open:", what)
    except OSError:
        pass
    s.close()
"""


class ProgramsTest(Members):
    """A text editor runs on m2, shows on m1 and m3, and is typed into from m1."""

    members: ClassVar[int] = 3
    environment: ClassVar[tuple[str, ...]] = VERIFY
    typist: ClassVar[subprocess.Popen[str]]

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        if cls.obstacle:
            return
        places = ["--on", "m2", "--screen", "m1,m3"]
        page = ["-Dcc.verify=true", DEMO, "--tab", "Editor", "--file", NOTE]
        cls.must("exec", "m2", "sh", "-c", f"touch {NOTE}")
        cls.must("exec", "m2", "cc", "run", *places, "-d", "--name", "page", *page)
        cls.must("exec", "m1", "cc", "input", "page", "--from", "m1")
        cls.typist = cls._start_typist()

    @classmethod
    def _start_typist(cls) -> subprocess.Popen[str]:
        command = [ENTRY, "--name", cls.name, "exec", "m1", "cc", "input-proxy", "page"]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(process.communicate)
        cls.addClassCleanup(process.kill)
        assert process.stdin and process.stdout
        end = time.monotonic() + 60
        window = None
        while window is None and time.monotonic() < end:
            process.stdin.write("windows\n")
            process.stdin.flush()
            for line in iter(process.stdout.readline, "ok\n"):
                assert line, "the input proxy has ended"
                window = window or re.match(r"window \d+ at (\S+) (\S+) size (\d+) (\d+) .*Harbour Office", line)
        assert window, "the program has no window"
        x, y, width, height = (int(float(figure)) for figure in window.groups())
        process.stdin.write(f"move {x + width // 2} {y + height // 2}\nclick\n")
        process.stdin.flush()
        return process

    def setUp(self) -> None:
        super().setUp()
        self.await_coordinators("m1", "m1", "m2", "m3")

    def type(self, text: str) -> None:
        """Makes the text the whole of what the editor has, and has it saved."""
        assert self.typist.stdin
        self.typist.stdin.write(f"key ctrl+a\ntype {text}\nkey ctrl+s\n")
        self.typist.stdin.flush()

    def await_text(self, text: str) -> None:
        eventually(lambda: self.on("m2", f"cat {NOTE}") == text, f"'{text}' is saved")

    def metrics(self, host: str) -> dict[str, float]:
        lines = self.do("exec", host, PYTHON, "-c", READ_METRICS).splitlines()
        counted = (line.rpartition(" ") for line in lines if line and line[0] != "#")
        return {name: float(value) for name, _, value in counted}

    def matches(self, host: str) -> float:
        """How often pictures here were compared with the program's own, all equal."""
        counted = self.metrics(host)
        self.assertEqual(0, counted["cc_screen_checksum_mismatches_total"], f"wrong pixels on {host}")
        return counted["cc_screen_checksum_matches_total"]

    def await_exact(self, text: str, *hosts: str) -> None:
        """Types, and waits until the text is there and what these machines show is the program's picture, to the bit."""
        before = {host: self.matches(host) for host in hosts}
        self.type(text)
        self.await_text(text)
        for host in hosts:
            eventually(lambda host=host: self.matches(host) > before[host], f"{host} shows it")  # type: ignore[misc]

    def away(self) -> list[str]:
        listed = json.loads(self.do("exec", "m1", "cc", "ps", "--json"))
        return next(one["machinesAway"] for one in listed if one["name"] == "page")

    def logged(self, host: str, words: str) -> int:
        return int(self.on(host, f"grep -c '{words}' {LOG}; true"))

    def test_a_short_cut_is_not_noticed(self) -> None:
        self.await_exact("before", "m1", "m3")
        self.do("cut", "m2", "m1")
        self.do("cut", "m2", "m3")
        self.type("typed while cut off")
        time.sleep(2)  # not a wait for anything: this is how long the cut lasts
        self.do("heal")
        self.await_text("typed while cut off")
        self.await_exact("afterwards", "m1", "m3")

    def test_a_cut_that_everybody_notices_takes_a_screen_away_until_it_is_healed(self) -> None:
        """As long as it takes for the last to give up, a connection's 12 s; no more is different after 60 s."""
        self.await_exact("before", "m1", "m3")
        dropped = self.logged("m2", "does not show on m3")
        given_up = self.logged("m3", "the connection is given up")
        self.do("cut", "m3", "m1")
        self.do("cut", "m3", "m2")
        eventually(lambda: self.logged("m2", "does not show on m3") > dropped, "m2 says that m3 is away")
        self.assertEqual(["m3"], self.away())
        self.await_exact("without m3", "m1")
        eventually(lambda: self.logged("m3", "the connection is given up") > given_up, "m3 gives up")
        self.do("heal")
        eventually(lambda: self.away() == [], "m3 is back")
        self.await_exact("with m3 again", "m1", "m3")

    def test_typing_over_a_slow_link_that_loses_packets_is_exact(self) -> None:
        self.do("net", "m2", "--delay", "50ms", "--rate", "2mbit", "--loss", "1%")
        try:
            for text in ("the quick brown fox jumps over the lazy dog", "while seven wizards pack my box"):
                self.await_exact(text, "m1", "m3")
            self.assertEqual(0, self.metrics("m2")["cc_screen_viewers_starved_total"])
        finally:
            self.do("net", "m2", "--clear")

    def test_a_killed_node_takes_its_own_screen_only(self) -> None:
        self.await_exact("before", "m1", "m3")
        self.signal_node("m3", "KILL")
        self.await_exact("m3's node is dead", "m1")
        self.do("exec", *VERIFY, "m3", "cc", "ps")
        self.await_exact("m3's node is back", "m1", "m3")

    def test_a_program_outlives_its_node_and_shows_again(self) -> None:
        self.await_exact("before", "m1", "m3")
        self.signal_node("m2", "KILL")
        shown = {host: self.matches(host) for host in ("m1", "m3")}
        self.do("exec", *VERIFY, "m2", "cc", "ps")
        # What is typed into a broken connection is lost.
        for host, before in shown.items():
            eventually(lambda host=host, before=before: self.matches(host) > before, f"{host} shows it")  # type: ignore[misc]
        self.await_exact("its node is another", "m1", "m3")

    def test_a_frozen_machine_holds_up_nobody(self) -> None:
        self.await_exact("before", "m1", "m3")
        self.do("freeze", "m3")
        try:
            for number in range(3):
                self.await_exact(f"m3 is frozen {number}", "m1")
        finally:
            self.do("thaw", "m3")
        self.await_exact("m3 is thawed", "m1", "m3")

    def test_who_was_frozen_changes_nothing_that_others_decided_meanwhile(self) -> None:
        """What it would write replaces a version that is there no more, so it has to look again."""
        self.signal_node("m3", "STOP")
        try:
            late = self.start("m3", "cc", "input", "page", "--also-from", "m3")
            self.do("exec", "m1", "cc", "input", "page", "--also-from", "m2")
        finally:
            self.signal_node("m3", "CONT")
        self.assertEqual(0, late.wait(60))
        listed = json.loads(self.do("exec", "m1", "cc", "ps", "--json"))
        self.assertEqual({"m1", "m2", "m3"}, set(listed[0]["inputs"]))
        self.do("exec", "m1", "cc", "input", "page", "--from", "m1")

    def test_nonsense_on_any_port_ends_its_connection_and_nothing_else(self) -> None:
        self.await_exact("before", "m1", "m3")
        address = self.do("exec", "m1", "cc", "view", "page", "--no-open").strip()
        before = self.metrics("m1")
        lines = int(self.on("m1", f"wc -l < {LOG}"))
        self.assertEqual("", self.do("exec", "m1", PYTHON, "-c", SEND_NONSENSE, address))
        after = self.metrics("m1")
        for counter, count in {
            "cc_socket_bad_messages_total": 2,
            "cc_screen_bad_viewer_messages_total": 6,
            "cc_screen_bad_program_messages_total": 2,
            "cc_admin_bad_requests_total": 2,
            "cc_web_bad_requests_total": 2,
            "cc_peer_connections_broken_total": 1,
        }.items():
            self.assertEqual(count, after[counter] - before[counter], counter)
        said = self.on("m1", f"tail -n +{lines + 1} {LOG}").splitlines()
        self.assertLess(len(said), 60, "\n".join(said))
        self.assertLess(max(map(len, said)), 500)
        self.await_exact("afterwards", "m1", "m3")


if __name__ == "__main__":
    unittest.main()
