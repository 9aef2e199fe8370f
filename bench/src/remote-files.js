// One program that works with files of another machine: over CC, and over a mount of SSHFS.

import { CLASSES } from "./products/cc.js";
import { JAVA } from "./products/program.js";
import { Testbed } from "./testbed.js";

const SMALL_FILES = 10_000;
/** By one-way delay: less of what takes a round trip or more each, where that is long. */
const WORK = {
    0: { random: 5_000, small: SMALL_FILES },
    5: { random: 1_000, small: 500 },
};
/** So that no virtual machine is measured cold. */
const WARM_UP = ["write-stream=128", "read-stream=128", "random-4k=200", "stat=200", "open-close=200", "open-read-close=200"];
/** In memory, so that no disk is measured. */
const SERVED = "/run/bench";
const SEEN = "/root/bench";
const KEY = "/root/bench-key";

const PRODUCTS = {
    CC: {
        prepare: (testbed) => testbed.join(),
        command: ["cc", "run", "--on", "m2", "--mount", `${SEEN}=node=m1:${SERVED}`],
    },
    SSHFS: { prepare: mount, command: [JAVA] },
};

/** Wall time in ms of each row and product. `mb`: of the large file. */
export function measureRemoteFiles(processes, delayMs, mb) {
    const testbed = new Testbed(processes);
    testbed.up();
    try {
        testbed.run("m1", {}, JAVA, "-cp", CLASSES, "cc.bench.FileScene", SERVED, `${mb}`, `${SMALL_FILES}`);
        Object.values(PRODUCTS).forEach(({ prepare }) => prepare(testbed));
        testbed.link(...(delayMs > 0 ? ["--delay", `${delayMs}ms`] : []));
        const products = Object.entries(PRODUCTS).map(([name, { command }]) => [name, work(testbed, command, { mb, ...WORK[delayMs] })]);
        return { delayMs, mb, ...WORK[delayMs], all: SMALL_FILES, rows: Object.fromEntries(products) };
    } finally {
        testbed.down();
    }
}

function work(testbed, command, { mb, random, small }) {
    const rows = [
        ...["write-stream", "read-stream"].map((row) => `${row}=${mb}`),
        `random-4k=${random}`,
        ...["stat", "open-close", "open-read-close"].map((row) => `${row}=${small}`),
        `list-stat=${SMALL_FILES}`,
    ];
    const words = ["-cp", CLASSES, "cc.bench.FileWork", SEEN, ...WARM_UP, ...rows];
    const said = testbed.run("m2", {}, ...command, ...words);
    const times = [...said.matchAll(/^row (\S+) ([\d.]+)$/gm)].slice(WARM_UP.length);
    return Object.fromEntries(times.map(([, row, ms]) => [row, Number(ms)]));
}

/** A server on the first machine with a key of its own, and its folder on the second, both with their defaults. */
function mount(testbed) {
    const key = testbed.run("m1", {}, "sh", "-c", `
        mkdir -p /run/sshd ~/.ssh && chmod 700 ~/.ssh
        ssh-keygen -q -t ed25519 -N "" -f /root/host-key && ssh-keygen -q -t ed25519 -N "" -f ${KEY}
        cp ${KEY}.pub ~/.ssh/authorized_keys
        $(command -v sshd || echo /usr/sbin/sshd) -h /root/host-key -o PidFile=none -o UsePAM=no >/dev/null 2>&1
        cat ${KEY}`);
    const options = `IdentityFile=${KEY},StrictHostKeyChecking=no,UserKnownHostsFile=/dev/null`;
    testbed.run("m2", {}, "sh", "-c", `
        umask 77; printf '%s' "$1" > ${KEY}
        mkdir -p ${SEEN} && sshfs -o ${options} m1:${SERVED} ${SEEN}`, "sh", key);
}
