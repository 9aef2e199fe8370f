// Two machines of the testbed: the screen is on the first, programs run on the second.

import { execFileSync } from "node:child_process";
import path from "node:path";
import { until } from "./processes.js";
import { benchPath } from "./products/cc.js";
import { JAVA, ROOT } from "./products/program.js";

const COMMAND = path.join(ROOT, "bin/testbed");
const DISPLAY = ":1";
const FRAME_BUFFER = "/tmp/screen";
const SCREEN = { width: 1500, height: 800 };
const START_TIMEOUT_MS = 60_000;
const TYPING_TIMEOUT_MS = 180_000;

export class Testbed {
    #name = `bench-${process.pid}`;

    constructor(processes) {
        this.processes = processes;
    }

    up() {
        this.#run("up", "2", "--bare");
    }

    down() {
        this.#run("down");
    }

    /** Makes the machines one; what is to show on the first one does so on its display. */
    join() {
        this.run("m1", { DISPLAY }, "cc", "init");
        this.run("m2", {}, ...this.run("m1", {}, "cc", "token").trim().split(" "));
    }

    /** How the second machine is reached: `figures` are options of `testbed net`; none: as fast as can be. */
    link(...figures) {
        this.#run("net", "m2", "--clear", ...figures);
    }

    /** Runs a command to its end and gives what it printed. */
    run(host, environment, ...command) {
        return this.#run(...onHost(host, environment, command));
    }

    start(name, host, environment, ...command) {
        return this.processes.start(name, COMMAND, ["--name", this.#name, ...onHost(host, environment, command)], {}, "pipe");
    }

    /** A desktop on the first machine: a display with a window manager; `options` are the X server's. */
    async desktop(...options) {
        this.run("m1", {}, "mkdir", "-p", FRAME_BUFFER);
        const size = ["-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`];
        const server = this.start("xvfb", "m1", {}, "Xvfb", DISPLAY, "-noreset", "-fbdir", FRAME_BUFFER, ...size, ...options);
        await until("the display", () => this.#succeeds("m1", "ls", `/tmp/.X11-unix/X${DISPLAY.slice(1)}`), START_TIMEOUT_MS);
        const manager = this.start("openbox", "m1", { DISPLAY }, "openbox", "--sm-disable");
        return [manager, server];
    }

    /** Somebody who types on the first machine's display and sees what comes of it. */
    typist() {
        const words = ["-cp", benchPath(), "cc.bench.ScreenTyping", `${FRAME_BUFFER}/Xvfb_screen0`];
        return new Typist(this.start("typist", "m1", { DISPLAY }, JAVA, ...words, `${SCREEN.width}`, `${SCREEN.height}`));
    }

    #succeeds(host, ...command) {
        try {
            this.run(host, {}, ...command);
            return true;
        } catch {
            return false;
        }
    }

    #run(...words) {
        return execFileSync(COMMAND, ["--name", this.#name, ...words], {
            encoding: "utf8",
            stdio: ["ignore", "pipe", "pipe"],
        });
    }
}

class Typist {
    #told = 0;

    constructor(started) {
        this.started = started;
    }

    async awaitPage() {
        await this.#tell("await");
    }

    /** Types keys one after another, each when nothing has moved for so long after the last one's answer. */
    async type(keys, quietMs) {
        const said = await this.#tell(`type ${keys} ${quietMs}`);
        const [, received, sent] = said.match(/done (\d+) (\d+)/).map(Number);
        return {
            latenciesMs: [...said.matchAll(/key ([\d.]+)/g)].map(([, ms]) => Number(ms)),
            lost: [...said.matchAll(/lost/g)].length,
            down: received / keys,
            up: sent / keys,
        };
    }

    async #tell(line) {
        const { child, output } = this.started;
        child.stdin.write(`${line}\n`);
        const said = await until("the typist", () => {
            if (child.exitCode !== null) {
                throw new Error(output());
            }
            const rest = output().slice(this.#told);
            return /done \d+ \d+\n/.test(rest) && rest;
        }, TYPING_TIMEOUT_MS).catch((error) => {
            throw new Error(`${error.message}:\n${output()}`);
        });
        this.#told += said.length;
        return said;
    }
}

function onHost(host, environment, command) {
    const variables = Object.entries(environment).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
    return ["exec", ...variables, host, ...command];
}
