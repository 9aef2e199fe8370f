"""The kernel calls of which machines are made, which Python 3.11 does not offer by itself."""

from __future__ import annotations

import ctypes
import os

NEWNS = 0x00020000
NEWUTS = 0x04000000
NEWIPC = 0x08000000
NEWPID = 0x20000000
NEWNET = 0x40000000

MS_REMOUNT = 0x20
MS_BIND = 0x1000
MS_REC = 0x4000
MS_PRIVATE = 0x40000
MS_NOSUID = 0x2
MS_NODEV = 0x4
MS_NOEXEC = 0x8

ATTR_RDONLY = 0x1
ATTR_NOSUID = 0x2
ATTR_NODEV = 0x4
ATTR_NOEXEC = 0x8

_AT_FDCWD = -100
_AT_RECURSIVE = 0x8000
_PR_SET_PDEATHSIG = 1
_SYS_MOUNT_SETATTR = 442  # the same number on every architecture

_SYS_CLOSE_RANGE = 436
_CLOSE_RANGE_CLOEXEC = 4

_libc = ctypes.CDLL(None, use_errno=True)


class _MountAttributes(ctypes.Structure):
    _fields_ = [(name, ctypes.c_uint64) for name in ("set", "clear", "propagation", "user_namespace")]


def _checked(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def unshare(kinds: int) -> None:
    """Leaves the given kinds of namespaces for new ones; a new PID namespace is for the next child."""
    _checked(_libc.unshare(kinds), "unshare")


def enter(process: int, kinds: int) -> None:
    """Enters namespaces of a process, given by its pidfd; a PID namespace is for the next child."""
    _checked(_libc.setns(process, kinds), "setns")


def mount(source: str, target: str, kind: str = "", flags: int = 0, options: str = "") -> None:
    _checked(
        _libc.mount(source.encode(), target.encode(), kind.encode(), ctypes.c_ulong(flags), options.encode()),
        f"mount {kind or source} on {target}",
    )


def change_mount(target: str, add: int = 0, remove: int = 0, recursive: bool = False) -> None:
    """Adds and removes ATTR_ flags of one mount, or of all below it too (Linux 5.12 and newer)."""
    attributes = _MountAttributes(add, remove, 0, 0)
    _checked(
        _libc.syscall(
            ctypes.c_long(_SYS_MOUNT_SETATTR),
            ctypes.c_int(_AT_FDCWD),
            target.encode(),
            ctypes.c_uint(_AT_RECURSIVE if recursive else 0),
            ctypes.byref(attributes),
            ctypes.c_size_t(ctypes.sizeof(attributes)),
        ),
        f"mount_setattr {target}",
    )


def die_with_parent(signal: int) -> None:
    """Has the kernel send this process a signal when its parent is gone, however it went."""
    _checked(_libc.prctl(_PR_SET_PDEATHSIG, ctypes.c_ulong(signal), 0, 0, 0), "prctl")


def inherit_only_standard_streams() -> None:
    """Lets no descriptor of whoever called us through the next exec (Linux 5.11 and newer)."""
    everything = ctypes.c_uint(0xFFFFFFFF)
    _checked(
        _libc.syscall(ctypes.c_long(_SYS_CLOSE_RANGE), ctypes.c_uint(3), everything, _CLOSE_RANGE_CLOEXEC),
        "close_range",
    )
