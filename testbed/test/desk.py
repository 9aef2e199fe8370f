"""What tests share: a testbed of their own, words for what they do with it, and why they cannot run here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import unittest
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

FOLDER = Path(__file__).resolve().parent.parent
ENTRY = str(FOLDER.parent / "bin" / "testbed")
LONGEST_S = 60

sys.path.insert(0, str(FOLDER))


def obstacle() -> str | None:
    """Why this machine cannot have a testbed; asked of other programs than the one under test."""
    if os.geteuid() != 0:
        return "the testbed needs root"
    for command, package in (("ip", "iproute2"), ("ping", "iputils-ping"), ("unshare", "util-linux")):
        if shutil.which(command) is None:
            return f"the command '{command}' is missing; install the package {package}"
    if not os.path.exists("/dev/net/tun"):
        return "this machine has no /dev/net/tun"
    tried = subprocess.run(
        ["unshare", "--pid", "--net", "--mount", "--uts", "--ipc", "--fork", "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return f"this machine allows no namespaces: {tried.stderr.strip()}" if tried.returncode else None


def testbed(name: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Runs the command and gives its result, whatever that is."""
    given = {"text": True, "capture_output": True, "timeout": LONGEST_S, "stdin": subprocess.DEVNULL} | options
    if "input" in given:
        del given["stdin"]
    return subprocess.run([ENTRY, "--name", name, *arguments], check=False, **given)  # type: ignore[call-overload]


def eventually(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + LONGEST_S
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"never came true: {what}")
        time.sleep(0.02)


class Desk(unittest.TestCase):
    """A testbed for each class of tests."""

    members: ClassVar[int] = 2
    name: ClassVar[str]
    obstacle: ClassVar[str | None]

    @classmethod
    def setUpClass(cls) -> None:
        cls.obstacle = obstacle()
        if cls.obstacle:
            return
        cls.name = f"test-{os.getpid()}-{cls.__name__}"
        cls.addClassCleanup(testbed, cls.name, "down")
        made = testbed(cls.name, "up", str(cls.members), "--bare")
        assert made.returncode == 0, made.stderr

    def setUp(self) -> None:
        if self.obstacle:
            self.skipTest(self.obstacle)

    def do(self, *arguments: str, **options: object) -> str:
        """A command that must succeed; gives what it printed."""
        done = testbed(self.name, *arguments, **options)
        self.assertEqual(0, done.returncode, f"{arguments}: {done.stdout}{done.stderr}")
        return done.stdout

    def on(self, host: str, script: str) -> str:
        return self.do("exec", host, "sh", "-c", script)

    def refused(self, *arguments: str) -> str:
        """A command that must fail; gives what it said."""
        done = testbed(self.name, *arguments)
        self.assertNotEqual(0, done.returncode, f"{arguments} succeeded: {done.stdout}")
        self.assertNotIn("Traceback", done.stderr)
        return done.stderr

    def reaches(self, host: str, peer: str, patience_s: int = 1) -> bool:
        end = time.monotonic() + patience_s
        while testbed(self.name, "exec", host, "ping", "-c1", "-W1", peer).returncode != 0:
            if time.monotonic() > end:
                return False
        return True

    def start(self, host: str, *command: str) -> subprocess.Popen[str]:
        """A command that goes on, with pipes."""
        process = subprocess.Popen(
            [ENTRY, "--name", self.name, "exec", host, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.addCleanup(self._end, process)
        return process

    @staticmethod
    def _end(process: subprocess.Popen[str]) -> None:
        process.kill()
        process.communicate()
