// CPU time and memory of processes, from /proc.

import { readdirSync, readFileSync } from "node:fs";

const TICK_MS = 10;
const MB_PER_KB = 1 / 1024;

/** The processes with these ids and everything below them. */
export function tree(roots) {
    const children = new Map();
    for (const entry of readdirSync("/proc")) {
        if (/^\d+$/.test(entry)) {
            const parent = fields(entry)?.[1];
            if (parent !== undefined) {
                children.set(parent, [...(children.get(parent) ?? []), entry]);
            }
        }
    }
    const found = new Set();
    const visit = (pid) => {
        if (!found.has(pid)) {
            found.add(pid);
            (children.get(pid) ?? []).forEach(visit);
        }
    };
    roots.map(String).forEach(visit);
    return [...found];
}

/** User and system time of a process and of all its threads, in ms. */
export function cpuMs(pids) {
    return pids.reduce((sum, pid) => {
        const stat = fields(pid);
        return stat === null ? sum : sum + (Number(stat[11]) + Number(stat[12])) * TICK_MS;
    }, 0);
}

/** Memory of each process in MB: resident (rss), and the same with shared pages divided among their sharers (pss). */
export function memoryMb(pids) {
    return pids.flatMap((pid) => {
        try {
            const name = readFileSync(`/proc/${pid}/comm`, "utf8").trim();
            const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
            const mb = (field) => Math.round(Number(rollup.match(new RegExp(`^${field}:\\s+(\\d+)`, "m"))[1]) * MB_PER_KB);
            return [{ name, rss: mb("Rss"), pss: mb("Pss") }];
        } catch {
            return [];
        }
    });
}

/** The fields of /proc/PID/stat after the command, whose parentheses may hold anything; null where there is none. */
function fields(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
        return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    } catch {
        return null;
    }
}
