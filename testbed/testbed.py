"""The life of a testbed and of its hosts: made, killed, started again, frozen, removed."""

from __future__ import annotations

import contextlib
import os
import signal
import socket

import files
import links
import namespaces
import network
import processes
import state as states
from errors import TestbedError
from init import become_init
from processes import Process
from spawn import spawn
from state import Host, State

_HUB = namespaces.NEWPID | namespaces.NEWNET | namespaces.NEWNS
_HOST = _HUB | namespaces.NEWUTS | namespaces.NEWIPC


def up(name: str, members: int) -> State:
    """Makes a testbed of hosts that are not joined. What an earlier one of this name left behind goes first."""
    if not 1 <= members <= network.MOST_MEMBERS:
        raise TestbedError(f"a testbed has 1 to {network.MOST_MEMBERS} machines, not {members}")
    old = states.read(name)
    if old and old.hub and old.hub.alive():
        raise TestbedError(f"testbed '{name}' is up already; remove it by bin/testbed down, or choose another --name")
    down(name)
    state = State(name)
    for host in [network.member(number) for number in range(1, members + 1)] + [network.outsider()]:
        state.hosts[host.name] = host
    try:
        state.folder().mkdir(mode=0o700, parents=True)
        state.hub = _make_hub(name)
        state.save()
        network.make_hub(state.hub)
        for host in state.hosts.values():
            _make(state, host)
    except BaseException:
        down(name)
        raise
    return state


def _make_hub(name: str) -> Process:
    try:
        return spawn("the testbed", lambda: become_init(f"{name}/", files.mount_hub), make=_HUB)
    except TestbedError as error:
        raise TestbedError(
            f"{error}\nA testbed needs Linux 5.12 or newer with PID, network and mount namespaces, and the right to "
            "make them (in a container: --privileged)."
        ) from None


def down(name: str) -> None:
    """Removes all of a testbed, whether it is whole, half made or half removed."""
    state = states.read(name)
    # Whatever is in the hub's PID namespace dies with its first process: hosts, emulators, all their programs.
    found = processes.marked(name)
    if state and state.hub and state.hub not in found:
        found.insert(0, state.hub)
    for process in found:
        processes.kill(process)
    states.forget(name)


def kill(state: State, name: str) -> None:
    """Power off: nothing is flushed, closed or said to anybody."""
    host = state.on(name)
    assert state.hub and host.process
    network.silence(state.hub, host)
    processes.kill(host.process)
    network.unplug(state.hub, host)
    host.process, host.frozen = None, False
    state.save()


def start(state: State, name: str) -> None:
    host = state.host(name)
    if host.running():
        raise TestbedError(f"{name} is on already")
    assert state.hub
    network.unplug(state.hub, host)  # when it ended by itself
    host.frozen = False
    _make(state, host)


def _make(state: State, host: Host) -> None:
    disk = state.disk(host)
    files.make_disk(disk, host.name, network.names(list(state.hosts.values()), host))

    def prepare() -> None:
        socket.sethostname(host.name)
        files.mount_host(disk)

    mark = f"{state.name}/{host.name}"
    host.process = spawn(
        host.name, lambda: become_init(mark, prepare), parent=state.hub, enter=namespaces.NEWPID, make=_HOST
    )
    assert state.hub
    network.plug_in(state.hub, host, links.bridge_of(host))
    state.save()


def freeze(state: State, name: str) -> None:
    host = state.on(name)
    _signal_all(host, signal.SIGSTOP)
    host.frozen = True
    state.save()


def thaw(state: State, name: str) -> None:
    host = state.on(name)
    _signal_all(host, signal.SIGCONT)
    host.frozen = False
    state.save()


def _signal_all(host: Host, number: signal.Signals) -> None:
    """At once for all processes of a host, those in namespaces within it too, but not for its first one."""

    def send() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, number)

    assert host.process
    processes.inside(host.process, namespaces.NEWPID, send)
