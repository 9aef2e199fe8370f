"""Starts long-lived processes inside namespaces and learns which ones they are, whatever their ids are inside."""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Callable

import namespaces
import processes
from errors import TestbedError
from processes import Process

_CREDENTIALS = struct.Struct("3i")  # process, user, group


def spawn(
    what: str, become: Callable[[], None], *, parent: Process | None = None, enter: int = 0, make: int = 0
) -> Process:
    """Enters some kinds of namespaces of a parent, makes others anew, and runs `become` there, which has to exec.

    Nobody waits for the process that results: it belongs to the first process of the PID namespace it is made from.
    """
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
    handle = parent.must_open() if parent else None
    with ours:
        child = os.fork()
        if child == 0:
            _descend(theirs, become, handle, enter, make)
        theirs.close()
        if handle is not None:
            os.close(handle)
        os.waitpid(child, 0)
        return _arrival(ours, what)


def _descend(theirs: socket.socket, become: Callable[[], None], handle: int | None, enter: int, make: int) -> None:
    try:
        if handle is not None:
            namespaces.enter(handle, enter)
            # A PID namespace is entered by the next child.
            if os.fork():
                os._exit(0)
        if make:
            namespaces.unshare(make)
        if os.fork():
            os._exit(0)
        theirs.sendall(b"+")
        become()
    except BaseException as error:  # a forked child must not run on into its parent's code
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        theirs.sendall(reason.encode()[:2000])
    finally:
        os._exit(1)


def _arrival(ours: socket.socket, what: str) -> Process:
    """The kernel says, as seen from here, which process greeted; the socket closes when that one has become something else."""
    pid, message = 0, b""
    while True:
        data, extra, _, _ = ours.recvmsg(4096, socket.CMSG_SPACE(_CREDENTIALS.size))
        if not data:
            break
        if data.startswith(b"+"):
            pid = _CREDENTIALS.unpack(extra[0][2][: _CREDENTIALS.size])[0]
        message += data
    process = processes.of(pid) if pid else None
    if message != b"+" or process is None:
        reason = message.decode(errors="replace").lstrip("+") or "it ended at once"
        raise TestbedError(f"cannot start {what}: {reason}")
    return process
