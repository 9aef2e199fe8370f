// Hundreds of applications with tiny windows on one machine: what its node needs for them, and what commands take then.

import { sleep, until } from "./processes.js";
import { AGENT, CLASSES } from "./products/cc.js";
import { median } from "./statistics.js";
import { Testbed } from "./testbed.js";

const COUNTS = [1, 50, 200];
const BATCH = 10;
const START_TIMEOUT_MS = 120_000;
const SETTLE_MS = 5_000;
const MEASURED_MS = 10_000;
const MS_PER_SECOND = 1_000;
const ASKED = 5;
/** As small as a JVM with a window goes, so that a machine has room for all of them. */
const JVM = "-Xmx24m -Xss256k -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=16m";
const PROGRAM = `java ${JVM} -javaagent:${AGENT} -Dawt.toolkit=cc -Dcc.announce=false -cp ${CLASSES} cc.bench.TinyWindow`;

export async function measureApplications(processes) {
    const testbed = new Testbed(processes);
    testbed.up();
    try {
        testbed.join();
        const results = [];
        let running = 0;
        for (const count of COUNTS) {
            while (running < count) {
                const batch = Math.min(BATCH, count - running);
                const all = `for i in $(seq ${batch}); do ${PROGRAM} & done; wait`;
                testbed.start("applications", "m2", {}, "sh", "-c", all);
                running += batch;
                await until("the applications", () => shown(testbed) === running, START_TIMEOUT_MS);
            }
            await sleep(SETTLE_MS);
            results.push({ count, ...(await nodeCost(testbed)), ...commandCost(testbed) });
        }
        return results;
    } finally {
        await processes.stop();
        testbed.down();
    }
}

/** How many applications of the second machine have a window, as the first one's `cc ps` tells. */
function shown(testbed) {
    return JSON.parse(testbed.run("m1", {}, "cc", "ps", "--json")).filter(({ windows }) => windows > 0).length;
}

/** What the second machine's node has, and takes while nothing happens. */
async function nodeCost(testbed) {
    const before = node(testbed);
    await sleep(MEASURED_MS);
    const after = node(testbed);
    return {
        nodePssMb: after.pssMb,
        nodeThreads: after.threads,
        nodeCpuMsPerSecond: ((after.cpuMs - before.cpuMs) * MS_PER_SECOND) / MEASURED_MS,
    };
}

function node(testbed) {
    const script = `
        P=$(pgrep -f cc.node.daemon.NodeMain | head -n 1)
        awk '/^Pss:/ { print $2 }' /proc/$P/smaps_rollup
        sed 's/.*) //' /proc/$P/stat | awk '{ print $12 + $13, $18 }'
        getconf CLK_TCK`;
    const [pssKb, ticks, threads, perSecond] = testbed.run("m2", {}, "sh", "-c", script).trim().split(/\s+/).map(Number);
    return { pssMb: pssKb / 1024, cpuMs: (ticks * MS_PER_SECOND) / perSecond, threads };
}

/** Times of whole commands on the first machine, the start of their own JVM included. */
function commandCost(testbed) {
    const name = JSON.parse(testbed.run("m1", {}, "cc", "ps", "--json"))[0].name;
    return {
        versionMs: timed(() => testbed.run("m1", {}, "cc", "--version")),
        psMs: timed(() => testbed.run("m1", {}, "cc", "ps")),
        routeMs: timed((i) => testbed.run("m1", {}, "cc", "show", name, i % 2 ? "--not-on" : "--also-on", "m1")),
    };
}

function timed(step) {
    const times = [];
    for (let i = 0; i < ASKED; i++) {
        const before = performance.now();
        step(i);
        times.push(performance.now() - before);
    }
    return median(times);
}
