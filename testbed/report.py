"""What a testbed looks like, for people and for programs."""

from __future__ import annotations

import contextlib
import os
from typing import Any

import links
from state import Host, Link, State
from units import rate_text


def describe(state: State) -> dict[str, Any]:
    return {
        "name": state.name,
        "hosts": [_host(state, host) for host in state.hosts.values()],
        "cuts": [list(pair) for pair in state.cuts],
    }


def _host(state: State, host: Host) -> dict[str, Any]:
    on = host.running()
    return {
        "name": host.name,
        "state": "frozen" if on and host.frozen else "on" if on else "off",
        "address": host.address,
        "address6": host.address6,
        "mac": host.mac,
        "pid": host.process.pid if on and host.process else None,
        "processes": _processes(host) if on else [],
        "disk": str(state.disk(host)),
        "delay_ms": host.link.delay_ms,
        "rate_bit_s": host.link.rate_bit_s,
        "loss": host.link.loss,
        "queue_ms": host.link.queue_ms,
        "seed": host.link.seed,
        "frames": links.counts(state, host),
    }


def _processes(host: Host) -> list[int]:
    """Process ids as the host sees them, without its first process."""
    assert host.process
    with contextlib.suppress(OSError):
        seen = os.listdir(f"/proc/{host.process.pid}/root/proc")
        return sorted(int(entry) for entry in seen if entry.isdigit() and entry != "1")
    return []


def table(state: State) -> str:
    rows = [("HOST", "STATE", "ADDRESS", "LINK", "PID", "PROCESSES")]
    for host in describe(state)["hosts"]:
        link = link_text(state.hosts[host["name"]].link)
        pid = str(host["pid"] or "-")
        rows.append((host["name"], host["state"], host["address"], link, pid, str(len(host["processes"]))))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
    lines += [f"cut: {a} and {b}" for a, b in state.cuts]
    return "\n".join(lines)


def link_text(link: Link) -> str:
    parts = []
    if link.delay_ms:
        parts.append(f"delay {link.delay_ms:g}ms")
    if link.rate_bit_s:
        parts.append(f"rate {rate_text(link.rate_bit_s)} queue {link.queue_ms:g}ms")
    if link.loss:
        parts.append(f"loss {link.loss * 100:g}% seed {link.seed}")
    return ", ".join(parts) or "plain"
