"""Programs on one machine whose files are on another: nobody has said so, and they are where they were."""

from __future__ import annotations

import re
import subprocess
import time
import unittest
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from desk import ENTRY, FOLDER, eventually, testbed
from members import Members

PROGRAMS = FOLDER.parent / "cc-fs-test" / "target"
JAR = "/tmp/work.jar"
JOURNAL = "/root/journal"
RECORDS = 300
TIMES = 100


class FilesTest(Members):
    """Programs are started on m1, where their files and their jar are, and run on m2 and m3, which have neither."""

    members: ClassVar[int] = 3

    @classmethod
    def setUpClass(cls) -> None:
        super().setUpClass()
        if cls.obstacle:
            return
        jars = [jar for jar in PROGRAMS.glob("cc-fs-test-*.jar") if "tests" not in jar.name]
        assert len(jars) == 1, f"build the project first: {jars}"
        cls.must("exec", "m1", "cp", str(jars[0]), JAR)

    def setUp(self) -> None:
        super().setUp()
        self.addCleanup(lambda: testbed(self.name, "exec", "m1", "rm", "-f", JOURNAL))

    def start(
        self, machine: str, program: str, *arguments: str, options: Sequence[str] = ()
    ) -> subprocess.Popen[str]:
        run = ["cc", "run", "--on", machine, "--screen", "none", *options]
        run += ["-cp", JAR, f"cc.fs.work.{program}", *arguments]
        command = [ENTRY, "--name", self.name, "exec", "m1", *run]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(process.communicate)
        self.addCleanup(process.kill)
        return process

    def finish(self, process: subprocess.Popen[str], last: str) -> None:
        said, _ = process.communicate(timeout=120)
        self.assertEqual(0, process.returncode, said)
        self.assertEqual(last, said.splitlines()[-1] if said else "")

    def records(self) -> list[tuple[str, int]]:
        """Those in the journal on m1; each must be whole."""
        found = []
        for line in self.on("m1", f"cat {JOURNAL}").splitlines():
            record = re.fullmatch(r"\[(\w+) (\d+) (x*)\]", line)
            self.assertIsNotNone(record, f"not a whole record: {line!r}")
            assert record
            self.assertEqual(int(record[2]) % 50, len(record[3]), line)
            found.append((record[1], int(record[2])))
        return found

    def await_records(self, count: int) -> None:
        def there() -> bool:
            wc = testbed(self.name, "exec", "m1", "sh", "-c", f"wc -l < {JOURNAL}")
            return wc.returncode == 0 and int(wc.stdout) >= count

        eventually(there, f"{count} records are in the journal")

    def test_a_program_elsewhere_works_on_the_files_of_where_it_was_started(self) -> None:
        self.finish(self.start("m2", "Journal", JOURNAL, "only", "20", "0"), "all written")
        self.assertEqual([("only", number) for number in range(1, 21)], self.records())
        self.assertFalse(self.has("m2", JOURNAL), "m2 has a journal of its own")
        self.assertFalse(self.has("m2", JAR), "m2 has the jar")

    def test_two_machines_append_to_one_file_and_a_third_reads_whole_records(self) -> None:
        writers = [self.start(machine, "Journal", JOURNAL, machine, str(RECORDS), "5") for machine in ("m2", "m3")]
        while all(writer.poll() is None for writer in writers):
            if self.has("m1", JOURNAL):
                whole = self.on("m1", f"head -c -1 {JOURNAL}").rsplit("\n", 1)[0]
                self.assertTrue(all(line.endswith("]") for line in whole.splitlines()), whole[-200:])
            time.sleep(0.2)
        for writer in writers:
            self.finish(writer, "all written")
        found = self.records()
        for machine in ("m2", "m3"):
            self.assertEqual(
                [(machine, number) for number in range(1, RECORDS + 1)],
                [record for record in found if record[0] == machine],
            )

    def test_two_machines_lock_one_file_and_exclude_each_other(self) -> None:
        number = "/root/number"
        self.addCleanup(lambda: testbed(self.name, "exec", "m1", "rm", "-f", number))
        counters = [self.start(machine, "Counter", number, str(TIMES)) for machine in ("m2", "m3")]
        for counter in counters:
            self.finish(counter, "counted")
        self.assertEqual(str(2 * TIMES), self.on("m1", f"cat {number}").strip())

    def test_a_program_waits_while_its_files_are_out_of_reach_and_goes_on(self) -> None:
        self.background("m2")
        self.await_records(20)
        self.do("cut", "m1", "m2")
        self.addCleanup(lambda: testbed(self.name, "heal"))
        before = len(self.records())
        time.sleep(3)
        self.assertLess(len(self.records()) - before, 20, "nothing comes over a way that is cut")
        self.do("heal", "m1", "m2")
        self.await_records(RECORDS)
        self.assertEqual([("kept", number) for number in range(1, RECORDS + 1)], self.records())

    def test_each_record_is_there_once_though_the_file_proxy_is_killed(self) -> None:
        self.background("m2")
        for count in (20, 80, 150):
            self.await_records(count)
            self.signal_node("m1", "KILL")
            eventually(lambda: "m1" in self.present("m1"), "m1's node is there again")
        self.await_records(RECORDS)
        self.assertEqual([("kept", number) for number in range(1, RECORDS + 1)], self.records())

    def test_a_program_hears_that_the_disk_of_its_files_is_full(self) -> None:
        small = "/root/small"
        self.on("m1", f"mkdir {small} && mount -t tmpfs -o size=1m none {small}")
        self.addCleanup(lambda: testbed(self.name, "exec", "m1", "sh", "-c", f"umount {small} && rmdir {small}"))
        self.finish(self.start("m2", "Filler", f"{small}/file", "4000000"), "stopped: No space left on device")
        self.on("m1", f"rm {small}/file")
        self.finish(self.start("m2", "Filler", f"{small}/file", "400000"), "all written")
        self.assertEqual("400000", self.on("m1", f"stat -c %s {small}/file").strip())

    def test_a_file_that_another_machine_makes_shorter_stays_so_though_it_is_mapped(self) -> None:
        file, sign = "/root/long", "/root/sign"
        self.addCleanup(lambda: testbed(self.name, "exec", "m1", "rm", "-f", file, sign))
        self.on("m1", f"head -c 1000000 /dev/zero | tr '\\0' a > {file}")
        rules = ["--mount", "/root=home,cache=none"]
        program = self.start("m2", "Shortened", file, sign, options=rules)
        assert program.stdout
        self.assertEqual("mapped 97\n", program.stdout.readline())
        self.on("m1", f"truncate -s 5000 {file} && touch {sign}")
        self.finish(program, "size 5000, read -1")
        self.assertEqual("5000", self.on("m1", f"stat -c %s {file}").strip())
        self.assertEqual("Maaa", self.on("m1", f"head -c 4 {file}"))

    def background(self, machine: str) -> None:
        words = ["-cp", JAR, "cc.fs.work.Journal", JOURNAL, "kept", str(RECORDS), "20"]
        self.cc("m1", "run", "--on", machine, "--screen", "none", "-d", "--name", "journal", *words)
        self.addCleanup(lambda: testbed(self.name, "exec", "m1", "cc", "kill", "--force", "journal"))


if __name__ == "__main__":
    unittest.main()
