"""A command on a host is like a command here."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import subprocess
import termios
import unittest

from desk import ENTRY, FOLDER, Desk, eventually, testbed


class ExecuteTest(Desk):
    members = 1

    def test_streams_pass_byte_for_byte(self) -> None:
        data = os.urandom(1 << 20)
        done = testbed(self.name, "exec", "m1", "sh", "-c", "cat; echo said >&2", input=data, text=False)
        self.assertEqual(data, done.stdout)
        self.assertEqual(b"said\n", done.stderr)

    def test_the_exit_code_is_the_commands(self) -> None:
        for code in (0, 1, 7, 255):
            self.assertEqual(code, testbed(self.name, "exec", "m1", "sh", "-c", f"exit {code}").returncode)

    def test_death_by_a_signal_is_told_as_shells_tell_it(self) -> None:
        self.assertEqual(128 + 9, testbed(self.name, "exec", "m1", "sh", "-c", "kill -9 $$").returncode)

    def test_what_cannot_run_is_said(self) -> None:
        missing = testbed(self.name, "exec", "m1", "no-such-command")
        self.assertEqual(127, missing.returncode)
        self.assertIn("m1 has no command 'no-such-command'", missing.stderr)
        self.assertEqual(126, testbed(self.name, "exec", "m1", "/etc/hosts").returncode)

    def test_signals_reach_the_command(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1):
            with self.subTest(number.name):
                name = number.name.removeprefix("SIG")
                script = f"trap 'echo got; exit 9' {name}; echo ready; while :; do sleep 0.02; done"
                process = self.start("m1", "sh", "-c", script)
                assert process.stdout
                self.assertEqual("ready\n", process.stdout.readline())
                process.send_signal(number)
                self.assertEqual("got\n", process.stdout.readline())
                self.assertEqual(9, process.wait())

    def test_the_command_dies_with_the_one_that_runs_it(self) -> None:
        process = self.start("m1", "sh", "-c", "echo ready; exec sleep 5432")
        assert process.stdout
        process.stdout.readline()
        process.kill()
        eventually(lambda: "5432" not in self.on("m1", "cat /proc/[0-9]*/cmdline"), "the command is gone")

    def test_a_signal_to_its_own_group_stays_inside(self) -> None:
        self.assertEqual(128 + 15, testbed(self.name, "exec", "m1", "sh", "-c", "kill 0").returncode)

    def test_the_environment_is_clean(self) -> None:
        dirty = os.environ | {
            "CC_RUNTIME_DIR": "/x",
            "XDG_RUNTIME_DIR": "/x",
            "DISPLAY": ":7",
            "JDK_JAVA_OPTIONS": "-x",
        }
        done = testbed(self.name, "exec", "--env", "ADDED=a=b", "m1", "env", env=dirty)
        variables = dict(line.split("=", 1) for line in done.stdout.splitlines())
        self.assertFalse({"CC_RUNTIME_DIR", "XDG_RUNTIME_DIR", "DISPLAY", "JDK_JAVA_OPTIONS"} & variables.keys())
        self.assertEqual("a=b", variables["ADDED"])
        self.assertEqual("/root", variables["HOME"])

    def test_cc_is_on_the_path(self) -> None:
        self.assertEqual(f"{FOLDER.parent}/bin/cc\n", self.on("m1", "command -v cc"))

    def test_a_command_starts_where_one_is_or_at_home(self) -> None:
        self.assertEqual("/usr\n", self.do("exec", "m1", "pwd", cwd="/usr"))
        here_only = "/tmp/cc-testbed-here-only"
        os.makedirs(here_only, exist_ok=True)
        self.addCleanup(os.rmdir, here_only)
        self.assertEqual("/root\n", self.do("exec", "m1", "pwd", cwd=here_only))

    def test_descriptors_do_not_leak_in(self) -> None:
        reader, writer = os.pipe()
        try:
            listed = self.do("exec", "m1", "sh", "-c", "ls /proc/$$/fd", pass_fds=(writer,))
        finally:
            os.close(reader)
            os.close(writer)
        self.assertNotIn(str(writer), listed.split())

    def test_a_terminal_passes(self) -> None:
        output, code = self.at_terminal("tty; stty size; exit 5", b"")
        self.assertIn(b"/dev/pts/", output)
        self.assertIn(b"31 97", output)
        self.assertEqual(5, code)

    def test_the_interrupt_key_reaches_the_command_at_a_terminal(self) -> None:
        output, code = self.at_terminal(
            "trap 'echo interrupted; exit 6' INT; echo ready; while :; do sleep 0.02; done", b"\x03"
        )
        self.assertIn(b"interrupted", output)
        self.assertEqual(6, code)

    def at_terminal(self, script: str, typed_when_ready: bytes) -> tuple[bytes, int]:
        ours, theirs = pty.openpty()
        fcntl.ioctl(ours, termios.TIOCSWINSZ, struct.pack("4H", 31, 97, 0, 0))
        command = [ENTRY, "--name", self.name, "exec", "m1", "sh", "-c", script]
        process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
        os.close(theirs)
        output = b""
        try:
            while chunk := os.read(ours, 4096):
                output += chunk
                if typed_when_ready and b"ready" in output:
                    os.write(ours, typed_when_ready)
                    typed_when_ready = b""
        except OSError:
            pass  # the other end is closed
        os.close(ours)
        return output, process.wait()


if __name__ == "__main__":
    unittest.main()
