"""The first process of a host's namespaces: it keeps them, reaps orphans, and does nothing else."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable

import namespaces
import processes

FIRST_FREE_PID = 1000
"""Ids below are left to those who restore a process image and need ids that nobody in it has."""


def become_init(mark: str, prepare: Callable[[], None]) -> None:
    """Prepares the new namespaces from inside and turns into `sleep`, which costs nothing.

    SIGCHLD stays ignored across exec, so that the kernel itself reaps whatever is orphaned to this process.
    """
    os.setsid()
    os.umask(0o022)
    os.chdir("/")
    prepare()
    with open("/proc/sys/kernel/ns_last_pid", "w", encoding="ascii") as file:
        file.write(str(FIRST_FREE_PID - 1))
    nothing = os.open("/dev/null", os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    for number in signal.valid_signals():
        if number not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_SETMASK, set())
    namespaces.inherit_only_standard_streams()
    os.execve(shutil.which("sleep") or "/bin/sleep", ["sleep", "infinity"], {processes.MARK: mark})
