// What the agent costs programs whose files are this machine's: their start, and each operation.

import { execFileSync } from "node:child_process";
import { AGENT, CLASSES } from "./products/cc.js";
import { JAVA } from "./products/program.js";

const STARTS = 15;
const ROUNDS = 5;
const MS_PER_SECOND = 1_000;
/** For paths that the program does not use. */
const OTHER_RULES = Array.from({ length: 8 }, (_, i) => `/nowhere${i} node=far`).join("\n");
const VARIANTS = {
    plain: [],
    agent: [`-javaagent:${AGENT}`],
    rules: [`-javaagent:${AGENT}`, `-Dcc.files.rules=${OTHER_RULES}`],
};

/** CPU time in ms of whole virtual machines that print a line; one of each kind in turns, the first turn not counted. */
export function measureStarts() {
    const times = byVariant();
    for (let turn = 0; turn <= STARTS; turn++) {
        for (const [name, options] of Object.entries(VARIANTS)) {
            // The shell's own account of its children, in its last line.
            const words = ["-c", '"$@" >/dev/null; times', "sh", JAVA, ...options, "-cp", CLASSES, "cc.bench.Hello"];
            const said = execFileSync("sh", words, { encoding: "utf8" }).trim().split("\n").pop();
            const [user, system] = [...said.matchAll(/(\d+)m([\d.]+)s/g)].map(([, m, s]) => m * 60 + Number(s));
            if (turn > 0) {
                times[name].push((user + system) * MS_PER_SECOND);
            }
        }
    }
    return times;
}

/** CPU time in ns of one operation each, by row and by variant. */
export function measureLocalFiles(processes) {
    const rows = {};
    for (let round = 0; round < ROUNDS; round++) {
        for (const [name, options] of Object.entries(VARIANTS)) {
            const words = [...options, "-XX:+UseSerialGC", "-cp", CLASSES, "cc.bench.LocalFiles", processes.directory];
            const said = execFileSync(JAVA, words, { encoding: "utf8" });
            for (const [, row, nanos] of said.matchAll(/^row (\S+) ([\d.]+)$/gm)) {
                (rows[row] ??= byVariant())[name].push(Number(nanos));
            }
        }
    }
    return rows;
}

function byVariant() {
    return Object.fromEntries(Object.keys(VARIANTS).map((name) => [name, []]));
}
