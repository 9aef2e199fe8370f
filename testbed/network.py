"""Addresses and wires: a bridge in a namespace that has nothing else, and one wire from it to each host."""

from __future__ import annotations

import os
import subprocess

import namespaces
import processes
from errors import TestbedError
from processes import Process
from state import Host

OUTSIDE = "outside"
GATEWAY = "m1"
MOST_MEMBERS = 200
BRIDGE = "hub"


def member(number: int) -> Host:
    return Host(f"m{number}", number, f"10.77.0.{number}", f"fd77::{number:x}", f"02:cc:00:00:00:{number:02x}")


def outsider() -> Host:
    return Host(OUTSIDE, 0, "10.77.1.1", "fd77:0:0:1::1", "02:cc:00:00:01:01")


def names(hosts: list[Host], reader: Host) -> str:
    """/etc/hosts of a host. The one outside knows the gateway and nothing else of the CC."""
    known = [host for host in hosts if reader.name != OUTSIDE or host.name == OUTSIDE]
    gateway = next(host for host in hosts if host.name == GATEWAY)
    lines = ["127.0.0.1 localhost", "::1 ip6-localhost ip6-loopback"]
    lines += [f"{host.address} {host.name}" for host in known]
    lines += [f"{gateway.address} gateway"]
    # Names of their own, as Debian does for localhost: else everything would try IPv6 first.
    lines += [f"{host.address6} ip6-{host.name}" for host in known]
    lines += [f"{gateway.address6} ip6-gateway"]
    return "\n".join(lines) + "\n"


def make_hub(hub: Process) -> None:
    ip(hub, "link set lo up", f"link add {BRIDGE} type bridge mcast_snooping 0", f"link set {BRIDGE} up")


def plug_in(hub: Process, host: Host, bridge: str) -> None:
    """Lays the wire of a host that was just made and gives it its addresses."""
    assert host.process
    ip(
        hub,
        f"link add {host.name} type veth peer name eth0 netns {host.process.pid} address {host.mac}",
        f"link set {host.name} master {bridge} up",
    )
    addresses = (
        [
            f"addr add {host.address}/32 dev eth0",
            f"addr add {host.address6}/128 dev eth0 nodad",
            "link set eth0 up",
            f"route add {member(1).address}/32 dev eth0",
            f"route add {member(1).address6}/128 dev eth0",
        ]
        if host.name == OUTSIDE
        else [
            f"addr add {host.address}/24 dev eth0",
            f"addr add {host.address6}/64 dev eth0 nodad",
            "link set eth0 up",
            "route add 10.77.1.0/24 dev eth0",
            "route add fd77:0:0:1::/64 dev eth0",
        ]
    )
    ip(host.process, "link set lo up", *addresses)
    if host.name == OUTSIDE:
        _only_answer_whom_one_knows(host.process)


def _only_answer_whom_one_knows(host: Process) -> None:
    """Drops what comes from an address without a route back: outside hears the gateway's address only."""

    def write() -> None:
        for interface in ("all", "eth0"):
            with open(f"/proc/sys/net/ipv4/conf/{interface}/rp_filter", "w", encoding="ascii") as file:
                file.write("1")

    processes.inside(host, namespaces.NEWNET, write)


def silence(hub: Process, host: Host) -> None:
    """Lets nothing through a host's wire. What the host says as it dies is heard by nobody, as at a power cut."""
    ip(hub, f"link set {host.name} down")


def unplug(hub: Process, host: Host) -> None:
    """Takes the wire away, if the host's end of it did not do so already by ending."""
    ip(hub, f"link del {host.name}", may_fail=True)


def ip(where: Process, *commands: str, may_fail: bool = False) -> None:
    """Runs `ip` commands in the network namespace of a process."""
    handle = where.must_open()
    try:
        done = subprocess.run(
            ["ip", "-force", "-batch", "-"] if may_fail else ["ip", "-batch", "-"],
            input="\n".join(commands) + "\n",
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: namespaces.enter(handle, namespaces.NEWNET),
            check=False,
        )
    except FileNotFoundError:
        raise TestbedError("the command 'ip' is missing; install the package iproute2") from None
    finally:
        os.close(handle)
    if done.returncode and not may_fail:
        raise TestbedError(f"ip failed: {done.stdout.strip()} (in: {'; '.join(commands)})")
