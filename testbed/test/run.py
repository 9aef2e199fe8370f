"""Runs the tests and closes with one plain line. Arguments choose tests, as unittest has them: test_life, test_links..."""

from __future__ import annotations

import sys
import unittest


class _Result(unittest.TextTestResult):
    """Counts what passed: unittest counts what ran, which skipped tests do or do not, depending on where they skip."""

    passed = 0

    def addSuccess(self, test: unittest.TestCase) -> None:
        super().addSuccess(test)
        self.passed += 1


def main() -> int:
    loader = unittest.defaultTestLoader
    chosen = sys.argv[1:]
    suite = loader.loadTestsFromNames(chosen) if chosen else loader.discover(".")
    runner = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=_Result)
    result = runner.run(suite)
    assert isinstance(result, _Result)
    for reason in sorted({reason for _, reason in result.skipped}):
        print(f"SKIPPED: {reason}")
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    skipped = f", {len(result.skipped)} skipped" if result.skipped else ""
    print(f"{result.passed} passed, {failed} failed{skipped}", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
