// Starts programs, each in a process group of its own, and ends exactly those again.

import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";

const POLL_MS = 5;
const GRACE_MS = 3_000;

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `probe` gives something true (or a promise of it), and gives that back. */
export async function until(what, probe, timeoutMs = 30_000) {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
        const result = await probe();
        if (result) {
            return result;
        }
        if (performance.now() > deadline) {
            throw new Error(`waited ${timeoutMs} ms for ${what}`);
        }
        await sleep(POLL_MS);
    }
}

/** A free TCP port of the loopback interface. */
export function freePort() {
    return new Promise((resolve, reject) => {
        const server = net.createServer();
        server.on("error", reject);
        server.listen(0, "127.0.0.1", () => {
            const { port } = server.address();
            server.close(() => resolve(port));
        });
    });
}

/** Waits until something listens on a loopback port. */
export function listening(port) {
    return until(`port ${port}`, () =>
        new Promise((resolve) => {
            const socket = net.connect(port, "127.0.0.1");
            socket.on("connect", () => resolve(socket.destroy()));
            socket.on("error", () => resolve(false));
        }),
    );
}

/** What one product started; `stop` ends all of it, newest first. */
export class Processes {
    #running = [];
    #started = 0;

    constructor(directory) {
        this.directory = directory;
    }

    /**
     * Starts a program whose output goes to a file of its own; `input` is "pipe" where it is to be written to.
     * Gives back its process id, when it was started (ms, on performance.now's clock) and its output so far.
     */
    start(name, command, args, environment = {}, input = "ignore") {
        const log = path.join(this.directory, `${++this.#started}-${name}.log`);
        const descriptor = openSync(log, "w");
        const startedMs = performance.now();
        const child = spawn(command, args, {
            cwd: this.directory,
            detached: true,
            stdio: [input, descriptor, descriptor],
            env: { ...process.env, ...environment },
        });
        closeSync(descriptor);
        const started = { name, child, pid: child.pid, startedMs, output: () => readFileSync(log, "utf8") };
        child.on("error", (error) => (started.failure = error));
        this.#running.push(started);
        return started;
    }

    /** Waits for a line of a program's output and gives back the match. */
    async says(started, pattern, timeoutMs) {
        return until(`${started.name} to say ${pattern}`, () => {
            if (started.failure || started.child.exitCode !== null) {
                throw started.failure ?? new Error(`${started.name} ended:\n${started.output()}`);
            }
            return started.output().match(pattern);
        }, timeoutMs);
    }

    /** Ends one program and what it started in its process group. */
    async end(started) {
        this.#running = this.#running.filter((other) => other !== started);
        signal(started.pid, "SIGTERM");
        try {
            await until(`${started.name} to end`, () => !groupExists(started.pid), GRACE_MS);
        } catch {
            signal(started.pid, "SIGKILL");
        }
    }

    async stop() {
        for (const started of [...this.#running].reverse()) {
            await this.end(started);
        }
    }
}

function signal(group, name) {
    try {
        process.kill(-group, name);
    } catch {
        // It is gone already.
    }
}

function groupExists(group) {
    try {
        process.kill(-group, 0);
        return true;
    } catch {
        return false;
    }
}
