"""The command `testbed`: what can be said to it, and which part does it."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from typing import NoReturn

import links
import report
import state as states
import testbed
import units
from errors import TestbedError
from execute import execute
from join import boot, join
from state import Link, State

_FAILED = 1


def main() -> NoReturn:
    arguments = _parser().parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    try:
        _check_machine()
        code = arguments.do(states.check_name(arguments.name), arguments)
    except TestbedError as error:
        print(f"testbed: {error}", file=sys.stderr)
        code = _FAILED
    except KeyboardInterrupt:
        code = 128 + signal.SIGINT
    sys.exit(code)


def _check_machine() -> None:
    if os.geteuid() != 0:
        raise TestbedError("hosts are made of namespaces and network devices, which only root may make; run it as root")
    if shutil.which("ip") is None:
        raise TestbedError("the command 'ip' is missing; install the package iproute2")
    if not os.path.exists("/proc/self/ns/pid"):
        raise TestbedError("this kernel has no PID namespaces (CONFIG_PID_NS)")


def _up(name: str, arguments: argparse.Namespace) -> int:
    with states.locked(name):
        state = testbed.up(name, arguments.machines)
        if not arguments.bare:
            try:
                join(state)
            except BaseException:
                testbed.down(name)
                raise
        print(report.table(state))
    return 0


def _down(name: str, _: argparse.Namespace) -> int:
    with states.locked(name):
        testbed.down(name)
    return 0


def _exec(name: str, arguments: argparse.Namespace) -> int:
    added = {}
    for pair in arguments.env:
        key, sign, value = pair.partition("=")
        if not (key and sign):
            raise TestbedError(f"--env wants NAME=VALUE, not '{pair}'")
        added[key] = value
    host = states.load(name).on(arguments.host)
    return execute(host, [arguments.command, *arguments.arguments], added)


def _net(name: str, arguments: argparse.Namespace) -> int:
    with states.locked(name):
        state = states.load(name)
        host = state.host(arguments.host)
        link = Link() if arguments.clear else host.link
        for field in ("delay_ms", "rate_bit_s", "loss", "queue_ms", "seed"):
            value = getattr(arguments, field)
            if value is not None:
                setattr(link, field, value)
        host.link = link
        links.apply(state, host)
        state.save()
        print(f"{host.name}: {report.link_text(link)}")
    return 0


def _cut(name: str, arguments: argparse.Namespace) -> int:
    with states.locked(name):
        state = states.load(name)
        first, second = state.host(arguments.host).name, state.host(arguments.peer).name
        if first == second:
            raise TestbedError(f"{first} cannot be cut off from itself")
        if (first, second) not in state.cuts and (second, first) not in state.cuts:
            state.cuts.append((first, second))
        _apply_cuts(state, {first, second})
    return 0


def _heal(name: str, arguments: argparse.Namespace) -> int:
    with states.locked(name):
        state = states.load(name)
        hosts = [state.host(host).name for host in arguments.hosts]
        if len(hosts) not in (0, 2):
            raise TestbedError("heal wants two hosts, or none to heal every cut")
        healed = [pair for pair in state.cuts if not hosts or set(pair) == set(hosts)]
        state.cuts = [pair for pair in state.cuts if pair not in healed]
        _apply_cuts(state, {host for pair in healed for host in pair})
    return 0


def _apply_cuts(state: State, touched: set[str]) -> None:
    for host in touched:
        links.apply(state, state.hosts[host])
    state.save()


def _change(action: Callable[[State, str], None]) -> Callable[[str, argparse.Namespace], int]:
    def do(name: str, arguments: argparse.Namespace) -> int:
        with states.locked(name):
            action(states.load(name), arguments.host)
        return 0

    return do


def _start(name: str, arguments: argparse.Namespace) -> int:
    with states.locked(name):
        state = states.load(name)
        testbed.start(state, arguments.host)
    boot(state, arguments.host)
    return 0


def _list(name: str, arguments: argparse.Namespace) -> int:
    state = states.load(name)
    print(json.dumps(report.describe(state), indent=2) if arguments.json else report.table(state))
    return 0


def _figure(read: Callable[[str], float]) -> Callable[[str], float]:
    def convert(text: str) -> float:
        try:
            return read(text)
        except TestbedError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return convert


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="testbed", description="Several machines on this one, to try and to test in.")
    parser.add_argument(
        "--name", default=os.environ.get("CC_TESTBED") or "cc", help="which testbed (CC_TESTBED; else cc)"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def command(
        name: str, do: Callable[[str, argparse.Namespace], int], text: str, *hosts: str
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=text, description=text)
        made.set_defaults(do=do)
        for host in hosts:
            made.add_argument(host, metavar="HOST")
        # Also behind the command, where people write it; without a default, which would undo one given before.
        made.add_argument("--name", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
        return made

    up = command("up", _up, "make machines m1 to mN, joined into one CC, and 'outside', which is no member")
    up.add_argument("machines", type=int, metavar="N", help="how many")
    up.add_argument("--bare", action="store_true", help="do not join them")
    run = command("exec", _exec, "run a command on a host: streams, signals and exit code are the command's", "host")
    run.add_argument(
        "--env", action="append", default=[], metavar="NAME=VALUE", help="a variable more (may be repeated)"
    )
    run.add_argument("command", metavar="COMMAND")
    run.add_argument("arguments", nargs=argparse.REMAINDER, metavar="...")
    net = command("net", _net, "change the link of a host, each direction alike", "host")
    net.add_argument("--delay", dest="delay_ms", type=_figure(units.milliseconds), metavar="50ms", help="one way")
    net.add_argument("--rate", dest="rate_bit_s", type=_figure(units.bits_per_second), metavar="2mbit")
    net.add_argument("--loss", type=_figure(units.fraction), metavar="1%", help="share of packets")
    net.add_argument(
        "--queue", dest="queue_ms", type=_figure(units.milliseconds), metavar="100ms", help="longest wait for the rate"
    )
    net.add_argument("--seed", type=int, help="of the losses")
    net.add_argument("--clear", action="store_true", help="back to a plain link, before other options")
    cut = command("cut", _cut, "let nothing pass between two hosts", "host")
    cut.add_argument("peer", metavar="HOST")
    heal = command("heal", _heal, "undo the cut of two hosts, or all cuts")
    heal.add_argument("hosts", nargs="*", metavar="HOST")
    command("kill", _change(testbed.kill), "power off: all processes of a host die at once", "host")
    command("start", _start, "make a killed host again, with its disk as it was; a member's node starts, too", "host")
    command("freeze", _change(testbed.freeze), "stop all processes of a host (SIGSTOP)", "host")
    command("thaw", _change(testbed.thaw), "let them go on", "host")
    show = command("list", _list, "show hosts, addresses, links and process ids")
    show.add_argument("--json", action="store_true")
    command("down", _down, "remove everything")
    return parser


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
