"""Figures as people write them."""

from __future__ import annotations

import unittest

import desk  # noqa: F401  (finds the modules under test)

import units
from errors import TestbedError


class UnitsTest(unittest.TestCase):
    def test_figures_have_units(self) -> None:
        self.assertEqual(50, units.milliseconds("50ms"))
        self.assertEqual(1500, units.milliseconds("1.5s"))
        self.assertEqual(0.2, units.milliseconds("200us"))
        self.assertEqual(2_000_000, units.bits_per_second("2mbit"))
        self.assertEqual(1_500_000_000, units.bits_per_second("1.5Gbit"))
        self.assertEqual(0.01, units.fraction("1%"))

    def test_what_is_no_figure_is_refused_with_an_example(self) -> None:
        for read, text in (
            (units.milliseconds, "5x"),
            (units.milliseconds, "-5ms"),
            (units.milliseconds, "99999s"),
            (units.bits_per_second, "2"),
            (units.bits_per_second, "1bit"),
            (units.fraction, "0.01"),
            (units.fraction, "101%"),
            (units.fraction, ""),
        ):
            with self.subTest(text), self.assertRaisesRegex(TestbedError, "like"):
                read(text)

    def test_rates_are_read_as_written(self) -> None:
        for text in ("2mbit", "500kbit", "1gbit", "1.5mbit"):
            self.assertEqual(text, units.rate_text(units.bits_per_second(text)))


if __name__ == "__main__":
    unittest.main()
