"""What a wire does to frames, on a clock of the test's own."""

from __future__ import annotations

import unittest

import desk  # noqa: F401  (finds the modules under test)

from wire import HEADER_BYTES, Wire

PEER = bytes.fromhex("02cc00000002")


def frame(number: int, size: int = 1000, source: bytes = PEER) -> bytes:
    start = bytes(HEADER_BYTES + 6) + source + number.to_bytes(4, "big")
    return start + bytes(HEADER_BYTES + size - len(start))


def number(carried: bytes) -> int:
    return int.from_bytes(carried[HEADER_BYTES + 12 : HEADER_BYTES + 16], "big")


class WireTest(unittest.TestCase):
    def setUp(self) -> None:
        self.wire = Wire(1)

    def arrived(self, now: float) -> list[int]:
        return [number(carried) for carried in self.wire.arrived(now)]

    def test_a_plain_wire_carries_at_once(self) -> None:
        self.wire.enter(frame(1), 5.0)
        self.assertEqual([1], self.arrived(5.0))

    def test_a_frame_is_not_there_before_its_delay(self) -> None:
        self.wire.configure(50, 0, 0, 100, 1)
        self.wire.enter(frame(1), 5.0)
        self.assertEqual([], self.arrived(5.049))
        self.assertAlmostEqual(5.05, self.wire.next_due(99))
        self.assertEqual([1], self.arrived(5.0501))
        self.assertEqual(99, self.wire.next_due(99))

    def test_frames_leave_one_after_another_at_the_rate(self) -> None:
        self.wire.configure(10, 1_000_000, 0, 100, 1)  # 1000 bytes take 8 ms
        for index in range(3):
            self.wire.enter(frame(index), 1.0)
        self.assertEqual([], self.arrived(1.0179))
        self.assertEqual([0], self.arrived(1.0181))
        self.assertEqual([1], self.arrived(1.0261))
        self.assertEqual([2], self.arrived(1.0341))

    def test_an_idle_transmitter_saves_nothing_up(self) -> None:
        self.wire.configure(0, 1_000_000, 0, 100, 1)
        self.wire.enter(frame(1), 1.0)
        self.wire.enter(frame(2), 9.0)
        self.assertEqual([1], self.arrived(9.0079))
        self.assertEqual([2], self.arrived(9.0081))

    def test_the_queue_before_the_rate_is_bounded(self) -> None:
        self.wire.configure(0, 1_000_000, 0, 84, 1)
        for index in range(1000):
            self.wire.enter(frame(index), 1.0)
        self.assertEqual(list(range(11)), self.arrived(99.0))
        self.assertEqual(989, self.wire.counts()["overflowed"])

    def test_memory_is_bounded_without_a_rate(self) -> None:
        self.wire.configure(60_000, 0, 0, 100, 1)
        large = frame(1, 65536)
        for _ in range(3000):
            self.wire.enter(large, 1.0)
        self.assertGreater(self.wire.counts()["overflowed"], 1900)

    def test_loss_is_the_same_for_the_same_seed(self) -> None:
        def lost(seed: int, direction: int) -> list[int]:
            wire = Wire(direction)
            wire.configure(0, 0, 0.1, 100, seed)
            for index in range(10_000):
                wire.enter(frame(index), 1.0)
            return sorted(set(range(10_000)) - {number(carried) for carried in wire.arrived(1.0)})

        self.assertEqual(lost(7, 1), lost(7, 1))
        self.assertNotEqual(lost(7, 1), lost(8, 1))
        self.assertNotEqual(lost(7, 1), lost(7, 2))
        self.assertAlmostEqual(1000, len(lost(7, 1)), delta=150)

    def test_a_shorter_delay_lets_no_frame_overtake(self) -> None:
        self.wire.configure(50, 0, 0, 100, 1)
        self.wire.enter(frame(1), 1.0)
        self.wire.configure(0, 0, 0, 100, 1)
        self.wire.enter(frame(2), 1.01)
        self.assertEqual([], self.arrived(1.02))
        self.assertEqual([1, 2], self.arrived(1.06))

    def test_only_a_refused_source_is_refused(self) -> None:
        self.wire.refused = frozenset([PEER])
        self.wire.enter(frame(1), 1.0)
        self.wire.enter(frame(2, source=bytes(6)), 1.0)
        self.assertEqual([2], self.arrived(1.0))
        self.assertEqual(1, self.wire.counts()["refused"])


if __name__ == "__main__":
    unittest.main()
