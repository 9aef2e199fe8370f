"""Figures of a link as people write them, and as they read them again."""

from __future__ import annotations

import re

from errors import TestbedError

_DELAYS_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "": 1.0}
_RATES_BIT_S = {"bit": 1, "kbit": 10**3, "mbit": 10**6, "gbit": 10**9}
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)([a-z%]*)")


def _parts(text: str, example: str) -> tuple[float, str]:
    match = _NUMBER.fullmatch(text.strip().lower())
    if not match:
        raise TestbedError(f"'{text}' is no such figure; write it like {example}")
    return float(match[1]), match[2]


def milliseconds(text: str) -> float:
    number, unit = _parts(text, "50ms")
    if unit not in _DELAYS_MS or number * _DELAYS_MS[unit] > 60_000:
        raise TestbedError(f"'{text}' is no time up to 60s; write it like 50ms, 200us or 1.5s")
    return number * _DELAYS_MS[unit]


def bits_per_second(text: str) -> int:
    number, unit = _parts(text, "2mbit")
    if unit not in _RATES_BIT_S or number * _RATES_BIT_S[unit] < 1000:
        raise TestbedError(f"'{text}' is no rate from 1kbit on; write it like 2mbit, 500kbit or 1gbit")
    return round(number * _RATES_BIT_S[unit])


def fraction(text: str) -> float:
    number, unit = _parts(text, "1%")
    if unit != "%" or number > 100:
        raise TestbedError(f"'{text}' is no share; write it like 1% or 0.5%")
    return number / 100


def rate_text(bits: int) -> str:
    for unit in ("gbit", "mbit", "kbit"):
        if bits >= _RATES_BIT_S[unit]:
            return f"{bits / _RATES_BIT_S[unit]:g}{unit}"
    return f"{bits}bit"
