"""One direction of a link: what enters arrives later, in order, or not at all. Knows neither devices nor clocks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from random import Random

HEADER_BYTES = 10  # of virtio, before each frame
MOST_BYTES_UNDERWAY = 64 << 20

_SOURCE = slice(HEADER_BYTES + 6, HEADER_BYTES + 12)


class Wire:
    """Times are seconds of any clock that does not go back. Figures may change while frames are under way."""

    def __init__(self, direction: int) -> None:
        self.refused: frozenset[bytes] = frozenset()  # hardware addresses from which nothing is carried
        self._direction = direction
        self._underway: deque[tuple[float, bytes]] = deque()
        self._underway_bytes = 0
        self._busy_until = 0.0  # when the transmitter has sent what is queued before it
        self._last_due = 0.0
        self._seed: int | None = None
        self._random = Random()
        self._carried = self._lost = self._overflowed = self._refused_frames = 0
        self.configure(0, 0, 0, 100, 1)

    def configure(self, delay_ms: float, rate_bit_s: float, loss: float, queue_ms: float, seed: int) -> None:
        self._delay_s = delay_ms / 1000
        self._s_per_byte = 8 / rate_bit_s if rate_bit_s else 0.0
        self._loss = loss
        self._queue_s = queue_ms / 1000
        if seed != self._seed:
            self._seed = seed
            self._random = Random(f"{seed} {self._direction}")

    def enter(self, frame: bytes, now: float) -> None:
        if self.refused and frame[_SOURCE] in self.refused:
            self._refused_frames += 1
            return
        if self._loss and self._random.random() < self._loss:
            self._lost += 1
            return
        sent = now
        if self._s_per_byte:
            start = max(now, self._busy_until)
            if start - now > self._queue_s:
                self._overflowed += 1
                return
            sent = self._busy_until = start + (len(frame) - HEADER_BYTES) * self._s_per_byte
        if self._underway_bytes > MOST_BYTES_UNDERWAY:
            self._overflowed += 1
            return
        # A delay that was just made shorter does not let frames overtake each other.
        due = self._last_due = max(sent + self._delay_s, self._last_due)
        self._underway.append((due, frame))
        self._underway_bytes += len(frame)

    def arrived(self, now: float) -> Iterator[bytes]:
        underway = self._underway
        while underway and underway[0][0] <= now:
            frame = underway.popleft()[1]
            self._underway_bytes -= len(frame)
            self._carried += 1
            yield frame

    def next_due(self, otherwise: float) -> float:
        return self._underway[0][0] if self._underway else otherwise

    def counts(self) -> dict[str, int]:
        return {
            "carried": self._carried,
            "lost": self._lost,
            "overflowed": self._overflowed,
            "refused": self._refused_frames,
        }
