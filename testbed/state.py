"""What a testbed is made of, kept in a folder of its own so that every command finds it again."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from errors import TestbedError
from processes import Process

BASE = Path("/run/cc-testbed")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")


@dataclass
class Link:
    """How far away a host is: figures for each direction of its link."""

    delay_ms: float = 0.0
    rate_bit_s: int = 0  # 0: no limit
    loss: float = 0.0
    queue_ms: float = 100.0
    seed: int = 1

    def plain(self) -> bool:
        return not (self.delay_ms or self.rate_bit_s or self.loss)


@dataclass
class Host:
    name: str
    number: int
    address: str
    address6: str
    mac: str
    process: Process | None = None  # the first one of its namespaces; nothing while it is off
    frozen: bool = False
    link: Link = field(default_factory=Link)
    emulator: Process | None = None

    def running(self) -> bool:
        return self.process is not None and self.process.alive()


@dataclass
class State:
    name: str
    hub: Process | None = None
    hosts: dict[str, Host] = field(default_factory=dict)
    cuts: list[tuple[str, str]] = field(default_factory=list)

    def host(self, name: str) -> Host:
        if name not in self.hosts:
            known = ", ".join(self.hosts)
            raise TestbedError(f"there is no host '{name}' in testbed '{self.name}'; its hosts are {known}")
        return self.hosts[name]

    def on(self, name: str) -> Host:
        """A host that must be running."""
        host = self.host(name)
        if not host.running():
            raise TestbedError(f"{name} is off; bin/testbed start {name} makes it again")
        return host

    def folder(self) -> Path:
        return BASE / self.name

    def disk(self, host: Host) -> Path:
        return self.folder() / "disk" / host.name

    def save(self) -> None:
        """Replaces the file as a whole: commands that run beside this one read it without a lock."""
        path = self.folder() / "state.json"
        new = path.with_suffix(".new")
        new.write_text(json.dumps(asdict(self)), encoding="utf-8")
        new.rename(path)


def check_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise TestbedError(f"'{name}' is no name for a testbed: letters, digits, '-', '_' and '.' only")
    return name


def load(name: str) -> State:
    """The state of a testbed that is up."""
    state = read(name)
    if state is None or state.hub is None or not state.hub.alive():
        raise TestbedError(f"testbed '{name}' is not up; bin/testbed up 3 makes one")
    return state


def read(name: str) -> State | None:
    """The state as it was written last, or nothing when there is none that can be read."""
    try:
        values = json.loads((BASE / name / "state.json").read_text(encoding="utf-8"))
        hosts = {key: _host(value) for key, value in values["hosts"].items()}
        return State(name, _process(values["hub"]), hosts, [(a, b) for a, b in values["cuts"]])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _host(values: dict[str, Any]) -> Host:
    made = Host(**values)
    made.process = _process(values["process"])
    made.emulator = _process(values["emulator"])
    made.link = Link(**values["link"])
    return made


def _process(values: dict[str, int] | None) -> Process | None:
    return None if values is None else Process(**values)


def forget(name: str) -> None:
    shutil.rmtree(BASE / name, ignore_errors=True)
    with contextlib.suppress(OSError):
        BASE.rmdir()  # only when it is empty


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """One command at a time changes a testbed. The lock's file goes when the testbed does."""
    path = BASE / f".{name}.lock"
    while True:
        BASE.mkdir(mode=0o755, parents=True, exist_ok=True)
        try:
            lock = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        except FileNotFoundError:
            continue  # the folder went in between
        fcntl.flock(lock, fcntl.LOCK_EX)
        with contextlib.suppress(FileNotFoundError):
            if os.fstat(lock).st_ino == os.stat(path).st_ino:
                break
        os.close(lock)  # whoever held it took the file away
    try:
        yield
    finally:
        if not (BASE / name).exists():
            path.unlink()
            with contextlib.suppress(OSError):
                BASE.rmdir()
        os.close(lock)
