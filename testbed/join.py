"""Makes hosts into one CC, by the commands that a person would type."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence

import files
import network
from errors import TestbedError
from state import State

_LONGEST_S = 120
_MEMBER = "home/.local/state/cc/community.properties"


def join(state: State) -> None:
    """`cc init` on the first machine; for every further one a token, and there the line that `cc token` printed."""
    members = [name for name in state.hosts if name != network.OUTSIDE]
    _run(state, members[0], ["cc", "init"])
    for name in members[1:]:
        # A token is good for one machine.
        printed = _run(state, members[0], ["cc", "token"])
        line = next((line.split() for line in printed.splitlines() if line.split()[:2] == ["cc", "join"]), None)
        if line is None:
            raise TestbedError(
                f"cc token on {members[0]} did not print a line 'cc join ADDRESS TOKEN', but: {printed.strip()}"
            )
        _run(state, name, line)


def boot(state: State, host: str) -> None:
    """What a system does when a machine comes up: a member's node starts in the background."""
    if (state.disk(state.hosts[host]) / _MEMBER).exists():
        # Its log lies where that of a node lies that a command starts.
        start = "umask 077; mkdir -p /tmp/cc-root; exec setsid cc node >>/tmp/cc-root/node.log 2>&1 </dev/null &"
        _run(state, host, ["sh", "-c", start])


def _run(state: State, host: str, command: Sequence[str]) -> str:
    """What a command printed. It goes to a file: a daemon that it starts may keep its output open."""
    entry = str(files.REPOSITORY / "bin" / "testbed")
    arguments = [entry, "--name", state.name, "exec", host, *command]
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        try:
            code = subprocess.run(
                arguments, stdin=subprocess.DEVNULL, stdout=output, stderr=errors, timeout=_LONGEST_S, check=False
            ).returncode
        except subprocess.TimeoutExpired:
            raise TestbedError(f"'{' '.join(command)}' on {host} took longer than {_LONGEST_S} s") from None
        printed, said = (_text(file.fileno()) for file in (output, errors))
    if code:
        reason = (said.strip() or printed.strip() or "no word").splitlines()[0]
        raise TestbedError(
            f"could not join the hosts into one CC: '{' '.join(command[:2])}' on {host} gave exit code {code}: {reason}\n"
            "The hosts are removed again; bin/testbed up N --bare makes hosts that are not joined."
        )
    return printed


def _text(file: int) -> str:
    return os.pread(file, os.fstat(file).st_size, 0).decode(errors="replace")
