"""What tests of a community share: machines that are joined, and words for what people see on them."""

from __future__ import annotations

import json
from typing import ClassVar

from desk import Desk, eventually, testbed

STATE = "/root/.local/state/cc"
KEY = f"{STATE}/authority-key.pem"

# However it was started; not this very command, in whose words the brackets are.
FIND_NODE = r"grep -slaP 'Node[M]ain|cli\.Cc\x00[n]ode' /proc/[0-9]*/cmdline | cut -d/ -f3"


class Members(Desk):
    """Machines of which the first few are one community when a test begins, and the rest are by themselves."""

    joined: ClassVar[int] = 3

    # What `testbed exec` is told when it starts something that lasts: nodes, programs.
    environment: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        if cls.obstacle:
            return
        hosts = [f"m{number}" for number in range(1, cls.joined + 1)]
        for host in hosts:
            settle = f"umask 077; mkdir -p {STATE}; echo coordination.settleSeconds=1 > {STATE}/node.properties"
            cls.must("exec", host, "sh", "-c", settle)
        cls.must("exec", *cls.environment, "m1", "cc", "init")
        for host in hosts[1:]:
            cls.must("exec", *cls.environment, host, *cls.must("exec", "m1", "cc", "token").split())

    @classmethod
    def must(cls, *arguments: str) -> str:
        done = testbed(cls.name, *arguments)
        assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
        return done.stdout

    def cc(self, host: str, *arguments: str) -> str:
        return self.do("exec", host, "cc", *arguments)

    def refused_cc(self, host: str, *arguments: str) -> str:
        return self.refused("exec", host, "cc", *arguments)

    def token(self, host: str) -> list[str]:
        """The words of a command that lets a machine join."""
        words = self.cc(host, "token").split()
        self.assertEqual(["cc", "join"], words[:2])
        return words

    def join(self, host: str, member: str) -> None:
        self.do("exec", host, *self.token(member))

    def nodes(self, host: str) -> dict[str, dict]:
        """What a machine knows of all, or nothing if it does not know."""
        asked = testbed(self.name, "exec", host, "cc", "nodes", "--json")
        return {node["name"]: node for node in json.loads(asked.stdout)} if asked.returncode == 0 else {}

    def present(self, host: str) -> set[str]:
        return {name for name, node in self.nodes(host).items() if node["present"]}

    def coordinators(self, host: str) -> set[str]:
        return {name for name, node in self.nodes(host).items() if node["keepsRegistry"]}

    def await_coordinators(self, host: str, *names: str) -> None:
        eventually(lambda: self.coordinators(host) == set(names), f"{names} coordinate, says {host}")
        for name in names:
            eventually(lambda name=name: self.has(name, KEY), f"{name} has the authority")  # type: ignore[misc]

    def await_present(self, host: str, *names: str) -> None:
        eventually(lambda: self.present(host) == set(names), f"{names} are there, says {host}")

    def has(self, host: str, file: str) -> bool:
        return testbed(self.name, "exec", host, "sh", "-c", f"[ -e {file} ]").returncode == 0

    def signal_node(self, host: str, name: str) -> None:
        self.on(host, f"kill -{name} $({FIND_NODE})")
