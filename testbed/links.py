"""Distances and cuts: decides which hosts' wires need an emulator, and puts it in between and takes it out again."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import namespaces
import network
import processes
from errors import TestbedError
from processes import Process
from spawn import spawn
from state import Host, State

_ANSWER_S = 10


def bridge_of(host: Host) -> str:
    """Where a host's wire ends: in the hub, or in a bridge of its own before the emulator."""
    return f"{host.name}-b" if host.emulator else network.BRIDGE


def apply(state: State, host: Host) -> None:
    """Makes a host's link what the state says. It can be said again at any time."""
    cut = [state.hosts[peer].mac for peer in _cut_from(state, host.name)]
    if host.emulator and not host.emulator.alive():
        _remove(state, host)
    if host.link.plain() and not cut:
        if host.emulator:
            _remove(state, host)
        return
    if not host.emulator:
        _insert(state, host)
    _ask(state, host, asdict(host.link) | {"cut": cut})


def counts(state: State, host: Host) -> dict[str, Any]:
    """What the emulator of a link carried and dropped, for each direction."""
    # It may be taken out just now.
    with contextlib.suppress(TestbedError):
        if host.emulator and host.emulator.alive():
            return _ask(state, host, {})
    return {}


def _cut_from(state: State, name: str) -> list[str]:
    return [other for pair in state.cuts if name in pair for other in pair if other != name]


def _insert(state: State, host: Host) -> None:
    assert state.hub
    name = host.name
    host.emulator = _start(state, host)
    state.save()
    _ask(state, host, {})  # it answers when its devices are there
    network.ip(
        state.hub,
        f"link add {name}-b type bridge mcast_snooping 0",
        f"link set {name}-b up",
        f"link set {name}-near master {name}-b up",
        f"link set {name}-far master {network.BRIDGE} up",
    )
    if host.running():
        network.ip(state.hub, f"link set {name} master {name}-b")


def _remove(state: State, host: Host) -> None:
    assert state.hub and host.emulator
    if host.running():
        network.ip(state.hub, f"link set {host.name} master {network.BRIDGE}")
    if host.emulator.alive():
        _ask(state, host, "end")
        processes.wait(host.emulator)
    network.ip(state.hub, f"link del {host.name}-b", may_fail=True)
    _socket_path(state, host).unlink(missing_ok=True)
    host.emulator = None
    state.save()


def _start(state: State, host: Host) -> Process:
    """Runs in the hub's network and PID namespaces, so that it ends with the hub."""
    assert state.hub
    path = _socket_path(state, host)
    path.unlink(missing_ok=True)
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(path))
    listening.listen()
    program = str(Path(__file__).with_name("emulator.py"))
    log = os.open(state.folder() / f"link-{host.name}.log", os.O_CREAT | os.O_TRUNC | os.O_WRONLY | os.O_CLOEXEC, 0o600)

    def become() -> None:
        os.setsid()
        nothing = os.open("/dev/null", os.O_RDWR)
        for descriptor, source in ((0, nothing), (1, log), (2, log)):
            os.dup2(source, descriptor)
        namespaces.inherit_only_standard_streams()
        os.set_inheritable(listening.fileno(), True)
        devices = (f"{host.name}-near", f"{host.name}-far")
        os.execve(sys.executable, [sys.executable, "-S", program, str(listening.fileno()), *devices], {})

    with listening:
        try:
            kinds = namespaces.NEWNET | namespaces.NEWPID
            return spawn(f"the link emulator of {host.name}", become, parent=state.hub, enter=kinds)
        finally:
            os.close(log)


def _ask(state: State, host: Host, request: Any) -> dict[str, Any]:
    path = _socket_path(state, host)
    try:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
            connection.settimeout(_ANSWER_S)
            connection.connect(str(path))
            connection.sendall(json.dumps(request).encode())
            answer: dict[str, Any] = json.loads(connection.recv(65536))
            return answer
    except (OSError, ValueError):
        reason = "it does not answer"
        with contextlib.suppress(OSError, IndexError):
            reason = (state.folder() / f"link-{host.name}.log").read_text().strip().splitlines()[-1]
        raise TestbedError(f"the link emulator of {host.name} failed: {reason}") from None


def _socket_path(state: State, host: Host) -> Path:
    return state.folder() / f"link-{host.name}.socket"
