"""Three machines keep their community together: any one may die or freeze, and come back."""

from __future__ import annotations

import json
import unittest
from pathlib import Path

from desk import eventually, testbed
from members import KEY, Members

DEMO = str(Path(__file__).resolve().parents[2] / "cc-dist/target/cc/demo/cc-demo.jar")
ALL = ("m1", "m2", "m3")


class QuorumTest(Members):
    members = 4

    def setUp(self) -> None:
        super().setUp()
        self.await_coordinators("m1", *ALL)
        self.await_present("m2", *ALL)

    def application(self, host: str, name: str) -> dict:
        found = [one for one in json.loads(self.cc(host, "ps", "--json")) if one["name"] == name]
        return found[0] if found else {}

    def routes_change_without(self, gone: str, here: str, there: str) -> None:
        """A program on one machine shows on another, goes on, and can be moved; a new one starts."""
        eventually(lambda: self.present(here) == {here, there}, f"{gone} is away")
        before = self.application(here, "demo")
        self.assertEqual(("runs", here, [there]), (before["state"], before["machine"], before["screens"]))
        self.assertIn("http", self.cc(there, "view", "demo"))
        self.cc(there, "show", "demo", "--on", here)
        self.assertEqual([here], self.application(there, "demo")["screens"])
        self.cc(here, "show", "demo", "--on", there)
        eventually(lambda: self.shows(there, "demo"), f"demo shows on {there} again")
        self.cc(there, "run", "-d", "--name", "late", "--on", here, DEMO)
        eventually(lambda: self.application(there, "late").get("state") == "runs", "a new program runs")
        self.cc(here, "kill", "late")
        self.assertEqual(before["pid"], self.application(here, "demo")["pid"])

    def shows(self, host: str, name: str) -> bool:
        return testbed(self.name, "exec", host, "cc", "view", name).returncode == 0

    def start_demo(self, runs: str, shows: str) -> None:
        self.cc(runs, "run", "-d", "--name", "demo", "--screen", shows, DEMO)
        eventually(lambda: self.shows(shows, "demo"), f"demo shows on {shows}")

    def test_a_coordinator_may_die_while_programs_show_elsewhere(self) -> None:
        self.start_demo("m2", "m3")
        self.signal_node("m1", "KILL")
        self.routes_change_without("m1", "m2", "m3")
        self.join("m4", "m3")
        self.await_present("m4", "m2", "m3", "m4")
        self.assertFalse(self.has("m4", KEY))
        # Whatever needs a node starts it.
        self.await_present("m1", "m1", "m2", "m3", "m4")
        self.await_coordinators("m4", *ALL)
        self.cc("m4", "leave")
        self.cc("m2", "kill", "demo")

    def test_a_coordinator_may_freeze_while_programs_show_elsewhere(self) -> None:
        self.start_demo("m3", "m2")
        self.do("freeze", "m1")
        self.routes_change_without("m1", "m3", "m2")
        self.do("thaw", "m1")
        self.await_present("m1", *ALL)
        self.assertEqual("runs", self.application("m1", "demo")["state"])
        self.cc("m1", "kill", "demo")


if __name__ == "__main__":
    unittest.main()
