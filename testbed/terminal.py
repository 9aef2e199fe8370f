"""A terminal inside a host for a command that was started at a terminal outside."""

from __future__ import annotations

import contextlib
import fcntl
import os
import select
import signal
import struct
import termios
import tty
from collections.abc import Iterator

_WINDOW = struct.Struct("4H")
_CHUNK_BYTES = 65536
# Python names these from 3.13 on. The numbers are those of x86, ARM and RISC-V.
_TIOCSPTLCK, _TIOCGPTN = 0x40045431, 0x80045430


class Terminal:
    """A pseudo-terminal of the host's own, so that job control and the `tty` command work there."""

    def __init__(self, host_pid: int) -> None:
        self._ours = os.open(f"/proc/{host_pid}/root/dev/pts/ptmx", os.O_RDWR | os.O_NOCTTY | os.O_CLOEXEC)
        fcntl.ioctl(self._ours, _TIOCSPTLCK, struct.pack("i", 0))
        self._number = struct.unpack("i", fcntl.ioctl(self._ours, _TIOCGPTN, bytes(4)))[0]
        self._resize()

    def take(self) -> None:
        """Makes it the standard streams of this process, a session leader inside the host."""
        theirs = os.open(f"/dev/pts/{self._number}", os.O_RDWR)
        fcntl.ioctl(theirs, termios.TIOCSCTTY, 0)
        for descriptor in (0, 1, 2):
            os.dup2(theirs, descriptor)

    def relay(self, ended: int) -> None:
        """Carries bytes both ways until the process of this pidfd has ended and said all it had to say."""
        with self._raw():
            sources = [0, self._ours, ended]
            while True:
                ready = select.select(sources, (), ())[0]
                if self._ours in ready:
                    if not self._copy(self._ours, 1):
                        return
                elif ended in ready:
                    return
                if 0 in ready and not self._copy(0, self._ours):
                    sources.remove(0)

    @staticmethod
    def _copy(source: int, target: int) -> bool:
        try:
            data = os.read(source, _CHUNK_BYTES)
        except OSError:
            return False  # nobody has the other end open any more
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(target, rest) :]
        return bool(data)

    @contextlib.contextmanager
    def _raw(self) -> Iterator[None]:
        before = termios.tcgetattr(0)
        resized = signal.signal(signal.SIGWINCH, lambda *_: self._resize())
        tty.setraw(0)
        try:
            yield
        finally:
            termios.tcsetattr(0, termios.TCSADRAIN, before)
            signal.signal(signal.SIGWINCH, resized)

    def _resize(self) -> None:
        with contextlib.suppress(OSError):
            fcntl.ioctl(self._ours, termios.TIOCSWINSZ, fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(_WINDOW.size)))
