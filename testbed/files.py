"""A host's file system: the machine's own, read as it is, with folders of the host's own over it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from namespaces import (
    ATTR_NODEV,
    ATTR_NOEXEC,
    ATTR_NOSUID,
    ATTR_RDONLY,
    MS_BIND,
    MS_NODEV,
    MS_NOEXEC,
    MS_NOSUID,
    MS_PRIVATE,
    MS_REC,
    change_mount,
    mount,
)

HOME = "/root"
REPOSITORY = Path(__file__).resolve().parent.parent

_OWN_FOLDERS = {"/tmp": "tmp", "/var/tmp": "var-tmp", HOME: "home"}
_OWN_LAYERS = {"/etc": "etc", "/var": "var"}
"""Trees of which a host sees the machine's, and keeps for itself what it changes."""


def make_disk(disk: Path, host: str, names: str) -> None:
    """What lasts while a host is off. As on any machine /tmp is empty after a start."""
    shutil.rmtree(disk / "tmp", ignore_errors=True)
    for folder in _OWN_FOLDERS.values():
        (disk / folder).mkdir(parents=True, exist_ok=True)
        (disk / folder).chmod(0o700 if folder == "home" else 0o1777)
    for layer in _OWN_LAYERS.values():
        for part in ("upper", "work"):
            (disk / layer / part).mkdir(parents=True, exist_ok=True)
    etc = disk / "etc" / "upper"
    if not (etc / "hosts").exists():
        (etc / "hosts").write_text(names, encoding="utf-8")
        (etc / "hostname").write_text(host + "\n", encoding="utf-8")
        (etc / "machine-id").write_text(os.urandom(16).hex() + "\n", encoding="utf-8")
        # No resolver: an unknown name fails at once instead of after a timeout.
        (etc / "resolv.conf").write_text("", encoding="utf-8")


def mount_hub() -> None:
    """The hub has no files of its own; its /proc is only there for its first process."""
    mount("none", "/", flags=MS_REC | MS_PRIVATE)
    mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)


def mount_host(disk: Path) -> None:
    """Runs inside the host's new mount and PID namespaces, as their first process."""
    repository = os.open(REPOSITORY, os.O_PATH | os.O_DIRECTORY)
    mount("none", "/", flags=MS_REC | MS_PRIVATE)
    change_mount("/", add=ATTR_RDONLY, recursive=True)
    # The disk stays writable, and what is mounted from it inherits that.
    mount(str(disk), str(disk), flags=MS_BIND)
    change_mount(str(disk), remove=ATTR_RDONLY | ATTR_NOEXEC | ATTR_NODEV | ATTR_NOSUID)
    for target, layer in _OWN_LAYERS.items():
        parts = f"lowerdir={target},upperdir={disk}/{layer}/upper,workdir={disk}/{layer}/work"
        mount("overlay", target, "overlay", options=parts)
    for target, folder in _OWN_FOLDERS.items():
        mount(str(disk / folder), target, flags=MS_BIND)
    _devices()
    _kernel_views()
    if not (REPOSITORY / "bin" / "testbed").exists():
        # The repository lies in a folder that is the host's own: show it there all the same.
        REPOSITORY.mkdir(parents=True, exist_ok=True)
        mount(f"/proc/self/fd/{repository}", str(REPOSITORY), flags=MS_BIND)
    os.close(repository)


def _devices() -> None:
    mount("tmpfs", "/dev/shm", "tmpfs", MS_NOSUID | MS_NODEV, "mode=1777")
    mount("devpts", "/dev/pts", "devpts", MS_NOSUID | MS_NOEXEC, "newinstance,ptmxmode=0666,mode=620,gid=5")


def _kernel_views() -> None:
    """/proc and /sys show the host's own processes and network; /run is memory, as everywhere."""
    cgroups = os.open("/sys/fs/cgroup", os.O_PATH)
    mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    mount("sysfs", "/sys", "sysfs", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    mount(f"/proc/self/fd/{cgroups}", "/sys/fs/cgroup", flags=MS_BIND | MS_REC)
    os.close(cgroups)
    mount("tmpfs", "/run", "tmpfs", MS_NOSUID | MS_NODEV, "mode=0755")
    Path("/run/lock").mkdir(mode=0o1777)
    Path("/run/lock").chmod(0o1777)
