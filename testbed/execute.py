"""Runs a command inside a host as if it ran here: streams, signals, exit code, and a terminal if there is one."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Mapping, Sequence

import files
import namespaces
from state import Host
from terminal import Terminal

NOT_FOUND, NOT_EXECUTABLE = 127, 126

_KEPT = ("TERM", "LANG", "LANGUAGE", "TZ", "JAVA_HOME")
_SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_FORWARDED = tuple(
    signal.Signals[f"SIG{name}"] for name in ("HUP", "INT", "QUIT", "TERM", "USR1", "USR2", "CONT", "ALRM")
)


def environment(added: Mapping[str, str]) -> dict[str, str]:
    """What a login on that host would find. Nothing leaks in from outside, such as DISPLAY or a runtime folder."""
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or name.startswith("LC_")}
    own = {
        "PATH": f"{files.REPOSITORY}/bin:{_SYSTEM_PATH}",
        "HOME": files.HOME,
        "USER": "root",
        "LOGNAME": "root",
        "SHELL": "/bin/bash" if os.path.exists("/bin/bash") else "/bin/sh",
    }
    return kept | own | dict(added)


def execute(host: Host, command: Sequence[str], added: Mapping[str, str]) -> int:
    """The command's exit code; 128 and the signal's number when a signal ended it, as shells say it."""
    assert host.process
    handle = host.process.must_open()
    terminal = Terminal(host.process.pid) if os.isatty(0) and os.isatty(1) else None
    # A signal that comes in between waits until there is somebody to give it to.
    signal.pthread_sigmask(signal.SIG_BLOCK, _FORWARDED)
    namespaces.enter(handle, namespaces.NEWPID)
    child = os.fork()
    if child == 0:
        _become(host.name, handle, command, environment(added), terminal)
    for number in _FORWARDED:
        signal.signal(number, lambda received, _: os.kill(child, received))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _FORWARDED)
    if terminal:
        terminal.relay(os.pidfd_open(child))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return code if code >= 0 else 128 - code


def _current_folder() -> str:
    try:
        return os.getcwd()
    except OSError:
        return files.HOME  # it was removed


def _become(
    host: str, handle: int, command: Sequence[str], variables: dict[str, str], terminal: Terminal | None
) -> None:
    code = NOT_EXECUTABLE
    try:
        namespaces.die_with_parent(signal.SIGKILL)
        folder = _current_folder()
        everything = namespaces.NEWNS | namespaces.NEWNET | namespaces.NEWUTS | namespaces.NEWIPC
        namespaces.enter(handle, everything)
        # A session of its own: its process group then has a name inside, and kill 0 stays inside.
        os.setsid()
        if terminal:
            terminal.take()
        os.chdir(folder if os.path.isdir(folder) else files.HOME)
        for number in signal.valid_signals():
            if number not in (signal.SIGKILL, signal.SIGSTOP):
                signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, set())
        namespaces.inherit_only_standard_streams()
        os.execvpe(command[0], list(command), variables)
    except FileNotFoundError:
        code = NOT_FOUND
        print(f"testbed: {host} has no command '{command[0]}'", file=sys.stderr)
    except OSError as error:
        print(f"testbed: cannot run '{command[0]}' on {host}: {error.strerror or error}", file=sys.stderr)
    finally:
        sys.stderr.flush()
        os._exit(code)
