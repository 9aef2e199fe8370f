// One animated program, and one viewer or a hundred: what that does to the program, and what a viewer costs.

import { execFileSync } from "node:child_process";
import { sleep, until } from "./processes.js";
import { COMMAND, benchClass, benchPath, startNode, startProgram, viewerAddress } from "./products/cc.js";
import { JAVA } from "./products/program.js";
import { cpuMs, memoryMb, tree } from "./proc-stats.js";
import { median } from "./statistics.js";

const SIZE = "1280x900";
const WARM_UP_MS = 10_000;
const MEASURED_MS = 10_000;
const MS_PER_SECOND = 1_000;
const ATTACH_TIMEOUT_MS = 60_000;

/** `viewers` counts the ones that read; `stalled` more stop reading after their first frame. */
export async function measureCrowds(processes, crowds) {
    const { node, environment } = await startNode(processes);
    const program = startProgram(processes, environment, ["--size", SIZE, "--name", "animated"], benchPath(), "cc.bench.Animated");
    await viewerAddress(processes, program);
    const results = [];
    for (const { viewers, stalled } of crowds) {
        const address = execFileSync(COMMAND, ["view", "--no-open", "animated"], {
            env: { ...process.env, ...environment },
            encoding: "utf8",
        }).trim();
        const count = viewers + stalled;
        const crowd = processes.start(
            `crowd-${viewers}-${stalled}`,
            JAVA,
            ["-Xss256k", ...benchClass("cc.bench.Crowd"), address, String(count), String(stalled)],
            environment,
        );
        await until("the crowd", () => crowd.output().includes("fps "), ATTACH_TIMEOUT_MS);
        await sleep(WARM_UP_MS);
        const programPids = tree([program.pid]);
        const nodePids = tree([node.pid]);
        const crowdPids = tree([crowd.pid]);
        const programCpu = cpuMs(programPids);
        const nodeCpu = cpuMs(nodePids);
        const crowdCpu = cpuMs(crowdPids);
        const ratesBefore = rates(program).length;
        const crowdBefore = viewerRates(crowd).length;
        await sleep(MEASURED_MS);
        const seconds = MEASURED_MS / MS_PER_SECOND;
        const seen = viewerRates(crowd).slice(crowdBefore);
        results.push({
            viewers,
            stalled,
            programCpuMsPerSecond: (cpuMs(programPids) - programCpu) / seconds,
            nodeCpuMsPerSecond: (cpuMs(nodePids) - nodeCpu) / seconds,
            viewersCpuMsPerSecond: (cpuMs(crowdPids) - crowdCpu) / seconds,
            programFps: median(rates(program).slice(ratesBefore)),
            viewerFpsLeast: median(seen.map(({ least }) => least)),
            viewerFpsMedian: median(seen.map(({ middle }) => middle)),
            connectedAtEnd: seen.at(-1)?.connected,
            nodeRssMb: memoryMb(nodePids).reduce((sum, { rss }) => sum + rss, 0),
            programRssMb: memoryMb(programPids).reduce((sum, { rss }) => sum + rss, 0),
        });
        await processes.end(crowd);
    }
    return results;
}

/** The frame rates that the demo's animation counted for itself. */
function rates(program) {
    return [...program.output().matchAll(/rate (\d+) frames/g)].map(([, rate]) => Number(rate));
}

function viewerRates(crowd) {
    return [...crowd.output().matchAll(/fps ([\d.]+) ([\d.]+) [\d.]+ connected (\d+)/g)].map(
        ([, least, middle, connected]) => ({
            least: Number(least),
            middle: Number(middle),
            connected: Number(connected),
        }),
    );
}
