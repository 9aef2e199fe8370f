"""Runs the tests and closes with one plain line. Arguments choose tests, as unittest has them: test_life, test_links...

Each class has a testbed of its own and waits most of the time, so two classes run side by side.
"""

from __future__ import annotations

import io
import sys
import unittest
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import NamedTuple

from members import Members

SIDE_BY_SIDE = 2


class Outcome(NamedTuple):
    """What became of the tests of one class."""

    text: str
    passed: int
    failed: int
    skipped: list[str]


class _Result(unittest.TextTestResult):
    """Counts what passed: unittest counts what ran, which skipped tests do or do not, depending on where they skip."""

    passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:
        super().addSuccess(test)
        self.passed += 1


def tests_of(suite: unittest.TestSuite) -> Iterator[unittest.TestCase]:
    for one in suite:
        if isinstance(one, unittest.TestSuite):
            yield from tests_of(one)
        else:
            yield one


def run(names: list[str]) -> Outcome:
    text = io.StringIO()
    runner = unittest.TextTestRunner(stream=text, verbosity=2, resultclass=_Result)
    result = runner.run(unittest.defaultTestLoader.loadTestsFromNames(names))
    assert isinstance(result, _Result)
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    return Outcome(text.getvalue(), result.passed, failed, [reason for _, reason in result.skipped])


def main() -> int:
    loader = unittest.defaultTestLoader
    chosen = sys.argv[1:]
    classes: dict[type[unittest.TestCase], list[str]] = {}
    for test in tests_of(loader.loadTestsFromNames(chosen) if chosen else loader.discover(".")):
        classes.setdefault(type(test), []).append(test.id())
    if loader.errors:
        print("\n".join(loader.errors))
        return 1
    # Those of communities take longest: whatever begins last is not to go on alone.
    longest_first = sorted(classes, key=lambda one: (not issubclass(one, Members), -len(classes[one])))
    outcomes = []
    with ProcessPoolExecutor(SIDE_BY_SIDE) as workers:
        for done in as_completed([workers.submit(run, classes[one]) for one in longest_first]):
            outcomes.append(done.result())
            print(outcomes[-1].text, flush=True)
    for reason in sorted({reason for outcome in outcomes for reason in outcome.skipped}):
        print(f"SKIPPED: {reason}")
    passed, failed = (sum(outcome[at] for outcome in outcomes) for at in (1, 2))
    skipped = sum(len(outcome.skipped) for outcome in outcomes)
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
