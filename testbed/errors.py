"""The one kind of error that people see as a sentence instead of a traceback."""

from __future__ import annotations


class TestbedError(Exception):
    """Something a person can act on; its text says what went wrong and what to do."""
