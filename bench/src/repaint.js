// CPU time of a full repaint, recorded and sent by CC, beside the same painting to a plain image.

import { until } from "./processes.js";
import { benchPath, startNode, startProgram } from "./products/cc.js";
import { DEMO, TEXT_PAGE } from "./products/program.js";

const SIZE = "1280x900";
const TIMEOUT_MS = 180_000;
const SUBJECTS = {
    "text page": [TEXT_PAGE],
    "demo: form": [DEMO, "--tab", "form"],
    "demo: table": [DEMO, "--tab", "table"],
    "demo: canvas": [DEMO, "--tab", "canvas"],
};

export async function measureRepaints(processes) {
    const { environment } = await startNode(processes);
    const results = {};
    for (const [name, subject] of Object.entries(SUBJECTS)) {
        const program = startProgram(
            processes,
            environment,
            ["--size", SIZE],
            benchPath(),
            "cc.bench.RepaintCost",
            ...subject,
        );
        await until("repaints", () => program.failure || program.child.exitCode !== null, TIMEOUT_MS);
        const said = program.output().match(/repaint (\S+) recorded ([\d.]+) unrecorded ([\d.]+) ratio ([\d.]+)\s*$/);
        if (said === null) {
            throw new Error(program.output());
        }
        results[name] = { size: said[1], recordedMs: Number(said[2]), unrecordedMs: Number(said[3]), ratio: Number(said[4]) };
    }
    return results;
}
