"""Processes named so that a recycled process id is never taken for the one that was meant."""

from __future__ import annotations

import contextlib
import os
import select
import signal
from collections.abc import Callable
from dataclasses import dataclass

import namespaces
from errors import TestbedError

MARK = "CC_TESTBED_INIT"
"""In the environment of every first process of a namespace: NAME/HOST. It finds what a crash left."""


@dataclass(frozen=True)
class Process:
    pid: int
    started: int  # in clock ticks since the machine started

    def alive(self) -> bool:
        return start_of(self.pid) == self.started

    def open(self) -> int | None:
        """A pidfd of this very process, or nothing when it is gone."""
        try:
            handle = os.pidfd_open(self.pid)
        except OSError:
            return None
        if self.alive():
            return handle
        os.close(handle)
        return None

    def must_open(self) -> int:
        handle = self.open()
        if handle is None:
            raise TestbedError("the testbed's own processes are gone; bin/testbed down cleans up")
        return handle


def start_of(pid: int) -> int | None:
    """When a process started; nothing when there is none or only its remains."""
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii", errors="replace") as file:
            fields = file.read().rpartition(")")[2].split()
    except OSError:
        return None
    return None if fields[0] in ("Z", "X") else int(fields[19])


def of(pid: int) -> Process | None:
    started = start_of(pid)
    return None if started is None else Process(pid, started)


def marked(name: str) -> list[Process]:
    """The first processes of a testbed's namespaces, found without any file."""
    wanted = f"{MARK}={name}/".encode()
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/environ", "rb") as file:
                environment = file.read()
        except OSError:
            continue
        if any(variable.startswith(wanted) for variable in environment.split(b"\0")):
            process = of(int(entry))
            if process:
                found.append(process)
    return found


def kill(process: Process) -> None:
    """Kills a process and waits until it, and with it all of its PID namespace, is gone."""
    handle = process.open()
    if handle is not None:
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(handle, signal.SIGKILL)
        _wait_and_close(handle)


def wait(process: Process) -> None:
    """Waits until a process is gone. The first one of a PID namespace goes last of all in it."""
    handle = process.open()
    if handle is not None:
        _wait_and_close(handle)


def _wait_and_close(handle: int) -> None:
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    poll.poll()
    os.close(handle)


def inside(process: Process, kinds: int, action: Callable[[], None]) -> None:
    """Runs an action in a child within namespaces of a process, and waits for it."""
    handle = process.must_open()
    child = os.fork()
    if child == 0:
        try:
            namespaces.enter(handle, kinds)
            # A PID namespace takes effect one child later.
            if kinds & namespaces.NEWPID and (grandchild := os.fork()):
                os._exit(1 if os.waitpid(grandchild, 0)[1] else 0)
            action()
            os._exit(0)
        except BaseException:  # a forked child must not run on into its parent's code
            os._exit(1)
    os.close(handle)
    if os.waitpid(child, 0)[1]:
        raise TestbedError(f"could not act inside the namespaces of process {process.pid}")
