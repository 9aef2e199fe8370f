// The Computing Community, from this source tree.

import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { until } from "../processes.js";
import { tree } from "../proc-stats.js";
import { DEMO_JAR, ROOT, SCREEN, TEXT_PAGE } from "./program.js";

const HOME = path.join(ROOT, "cc-dist/target/cc");
export const CLASSES = path.join(ROOT, "bench/target/classes");
export const COMMAND = path.join(ROOT, "bin/cc");
export const AGENT = path.join(HOME, "cc-agent.jar");
const START_TIMEOUT_MS = 60_000;

/** Starts a node of our own, so that no other one is disturbed; `environment` leads programs to it. */
export async function startNode(processes) {
    const directory = path.join(processes.directory, "cc");
    mkdirSync(directory, { mode: 0o700, recursive: true });
    const environment = { CC_RUNTIME_DIR: directory, XDG_CACHE_HOME: path.join(directory, "cache"), DISPLAY: "" };
    const node = processes.start("node", COMMAND, ["node"], environment);
    await until("the node's socket", () => existsSync(path.join(directory, "node.sock")), START_TIMEOUT_MS);
    return { node, environment };
}

/** Starts a program under CC; `options` are those of `cc run`. */
export function startProgram(processes, environment, options, classPath, mainClass, ...args) {
    const words = ["run", "--no-open", ...options, "-cp", classPath, mainClass, ...args];
    return processes.start("program", COMMAND, words, environment);
}

/** The java options that run one of the benchmark's own classes. */
export function benchClass(name) {
    return ["-cp", benchPath(), name];
}

/** The benchmark's own classes, the node's libraries and the demo. */
export function benchPath() {
    return [CLASSES, `${HOME}/lib/*`, DEMO_JAR].join(":");
}

/** The one-time address, with the right to control, that a program prints. */
export async function viewerAddress(processes, program) {
    return (await processes.says(program, /https?:\/\/\S+/, START_TIMEOUT_MS))[0];
}

export const cc = {
    name: "CC",
    packages: [],

    async start(processes) {
        const { node, environment } = await startNode(processes);
        const size = `${SCREEN.width}x${SCREEN.height}`;
        const program = startProgram(processes, environment, ["--size", size], DEMO_JAR, TEXT_PAGE);
        return {
            address: await viewerAddress(processes, program),
            serverPids: () => tree([node.pid, program.pid]),
        };
    },
};
