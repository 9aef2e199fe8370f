"""Three machines keep their community together: any one may die, leave or come back."""

from __future__ import annotations

import unittest

from desk import eventually
from members import KEY, STATE, Members


class QuorumTest(Members):
    members = 4

    def setUp(self) -> None:
        super().setUp()
        self.await_coordinators("m1", "m1", "m2", "m3")

    def test_the_death_of_the_first_machine_stops_nothing(self) -> None:
        self.signal_node("m1", "KILL")
        self.assertEqual({"m1", "m2", "m3"}, set(self.nodes("m2")))
        self.await_present("m3", "m2", "m3")
        self.join("m4", "m3")
        self.await_present("m4", "m2", "m3", "m4")
        self.assertFalse(self.has("m4", KEY))
        self.await_present("m1", "m1", "m2", "m3", "m4")
        self.cc("m4", "leave")
        self.await_present("m1", "m1", "m2", "m3")

    def test_all_machines_come_back_in_any_order(self) -> None:
        for host in ("m1", "m2", "m3"):
            self.do("kill", host)
        for host in ("m3", "m1", "m2"):
            self.do("start", host)
        self.await_present("m2", "m1", "m2", "m3")
        self.join("m4", "m3")
        self.cc("m4", "leave")

    def test_too_few_say_what_is_missing(self) -> None:
        self.do("kill", "m1")
        self.do("kill", "m2")
        said = self.refused_cc("m3", "nodes")
        self.assertIn("m1 and m2 cannot be reached", said)
        self.assertIn("m1 and m2 cannot be reached", self.refused_cc("m3", "token"))
        self.do("start", "m2")
        eventually(lambda: set(self.nodes("m3")) == {"m1", "m2", "m3"}, "two are enough")
        self.do("start", "m1")
        self.await_present("m1", "m1", "m2", "m3")

    def test_who_leaves_hands_its_place_on(self) -> None:
        self.join("m4", "m2")
        self.cc("m1", "leave")
        self.await_coordinators("m4", "m2", "m3", "m4")
        self.assertEqual("", self.on("m1", f"ls {STATE}").strip())
        self.join("m1", "m4")
        self.cc("m4", "leave")
        self.await_coordinators("m1", "m1", "m2", "m3")

    def test_a_machine_that_never_returns_is_taken_out(self) -> None:
        self.join("m4", "m1")
        self.assertIn("m2 runs", self.refused_cc("m1", "leave", "--machine", "m2", "--yes"))
        self.do("kill", "m2")
        self.await_present("m1", "m1", "m3", "m4")
        self.assertIn("--yes", self.refused_cc("m1", "leave", "--machine", "m2"))
        self.cc("m3", "leave", "--machine", "m2", "--yes")
        self.await_coordinators("m1", "m1", "m3", "m4")
        self.do("start", "m2")
        eventually(lambda: "taken out" in self.refused_cc("m2", "nodes"), "m2 is told")
        eventually(lambda: not self.has("m2", KEY), "m2 has the authority no more")
        self.cc("m2", "leave")
        self.join("m2", "m1")
        self.cc("m4", "leave")
        self.await_coordinators("m1", "m1", "m2", "m3")

    def test_three_become_one_and_three_again(self) -> None:
        self.cc("m3", "leave")
        eventually(lambda: len(self.coordinators("m2")) == 1, "one is left")
        self.assertEqual({"m1", "m2"}, self.present("m1"))
        self.join("m3", "m2")
        self.await_coordinators("m3", "m1", "m2", "m3")


if __name__ == "__main__":
    unittest.main()
