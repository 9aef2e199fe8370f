"""A wire with distance: carries Ethernet frames between two TAP devices, late, slowly and with losses.

A program of its own, one for each link that is not plain. It needs nothing of the kernel but TUN, so that links are the
same everywhere; `netem` is missing from many small kernels, and treats 64 KB as one packet when it loses some.

Arguments: a listening Unix socket's descriptor, the device towards the host, the device towards everybody else.
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import json
import os
import select
import socket
import struct
import sys
from time import monotonic
from typing import Any

from wire import HEADER_BYTES, Wire

_TUNSETIFF = 0x400454CA
_TUNSETOFFLOAD = 0x400454D0
_IFF_TAP, _IFF_NO_PI, _IFF_VNET_HDR = 0x0002, 0x1000, 0x4000
_TUN_F_CSUM, _TUN_F_TSO4, _TUN_F_TSO6 = 1, 2, 4
_LARGEST_READ_BYTES = HEADER_BYTES + 14 + 65536
_FRAMES_PER_TURN = 64
_LONGEST_WAIT_S = 3600.0


def _tap(name: str) -> int:
    device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
    flags = _IFF_TAP | _IFF_NO_PI | _IFF_VNET_HDR
    fcntl.ioctl(device, _TUNSETIFF, struct.pack("16sH22x", name.encode(), flags))
    return device


def _offload(device: int, large: bool) -> None:
    """Whether the kernel may hand over up to 64 KB as one frame, which makes bulk data cheap to carry."""
    fcntl.ioctl(device, _TUNSETOFFLOAD, _TUN_F_CSUM | _TUN_F_TSO4 | _TUN_F_TSO6 if large else 0)


class Emulator:
    """Both directions of one link, and the socket by which its figures are set."""

    def __init__(self, control: socket.socket, near: str, far: str) -> None:
        self._control = control
        self._near, self._far = _tap(near), _tap(far)
        self._out, self._back = Wire(1), Wire(2)  # from the host, to the host
        self._configure({"delay_ms": 0, "rate_bit_s": 0, "loss": 0, "queue_ms": 100, "seed": 1, "cut": []})

    def run(self) -> None:
        ways = ((self._near, self._far, self._out), (self._far, self._near, self._back))
        readable: list[int | socket.socket] = [self._near, self._far, self._control]
        while True:
            now = monotonic()
            due = now + _LONGEST_WAIT_S
            for _, target, wire in ways:
                self._deliver(target, wire, now)
                due = min(due, wire.next_due(due))
            ready = select.select(readable, (), (), max(0.0, due - monotonic()))[0]
            now = monotonic()
            for source, _, wire in ways:
                if source in ready:
                    self._collect(source, wire, now)
            if self._control in ready and not self._answer():
                return

    @staticmethod
    def _deliver(target: int, wire: Wire, now: float) -> None:
        for frame in wire.arrived(now):
            # A device that takes no more, or is down, loses frames as any network card does.
            with contextlib.suppress(OSError):
                os.write(target, frame)

    @staticmethod
    def _collect(source: int, wire: Wire, now: float) -> None:
        try:
            for _ in range(_FRAMES_PER_TURN):
                wire.enter(os.read(source, _LARGEST_READ_BYTES), now)
        except OSError:
            pass  # nothing more, or the device is down

    def _answer(self) -> bool:
        """One request for each connection: new figures, nothing (to ask what was carried), or the word to end."""
        connection = self._control.accept()[0]
        with connection, contextlib.suppress(OSError, ValueError, KeyError):
            connection.settimeout(1)
            request = json.loads(connection.recv(65536))
            if request == "end":
                connection.sendall(b"{}")
                return False
            if request:
                self._configure(request)
            connection.sendall(json.dumps({"out": self._out.counts(), "back": self._back.counts()}).encode())
        return True

    def _configure(self, figures: dict[str, Any]) -> None:
        for wire in (self._out, self._back):
            wire.configure(**{name: figures[name] for name in ("delay_ms", "rate_bit_s", "loss", "queue_ms", "seed")})
        # Both ends of a cut have this list, so each only refuses what comes in.
        self._back.refused = frozenset(bytes.fromhex(address.replace(":", "")) for address in figures["cut"])
        large = not figures["rate_bit_s"] and not figures["loss"]
        _offload(self._near, large)
        _offload(self._far, large)


def _be_on_time() -> None:
    """Lateness would be taken for distance. Each turn is short, so going before others harms nobody."""
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    except OSError:
        with contextlib.suppress(OSError):
            os.nice(-10)
    gc.freeze()
    gc.disable()  # nothing here makes cycles


def main() -> None:
    control = socket.socket(fileno=int(sys.argv[1]))
    emulator = Emulator(control, sys.argv[2], sys.argv[3])
    _be_on_time()
    emulator.run()


if __name__ == "__main__":
    main()
