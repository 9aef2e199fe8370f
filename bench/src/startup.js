// From the start of the demo's JVM to its first pixels: on a bare X server, and at a viewer of CC.

import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import path from "node:path";
import { until } from "./processes.js";
import { AGENT, COMMAND, benchClass } from "./products/cc.js";
import { DEMO, DEMO_JAR, JAVA } from "./products/program.js";
import { displayUp, freeDisplay } from "./products/xvfb.js";

const SCREEN = { width: 1280, height: 900 };
const BYTES_PER_PIXEL = 4;
/** Every so many rows of pixels are looked at: all of them would keep a core busy that the program needs. */
const ROW_STEP = 20;
/** Long enough after the first pixels for the picture to be whole. */
const WHOLE_AFTER_MS = 2_000;
const TIMEOUT_MS = 60_000;
/** The clock's hands and carets move on. */
const ALMOST_ALL = 0.9;

/**
 * Starts the demo on Xvfb, whose frame buffer is a file, and watches that: the moment when nearly all of the picture's
 * final pixels are there, in ms since the start.
 */
export async function startOnXvfb(processes) {
    const display = freeDisplay();
    const xvfb = processes.start("xvfb", "Xvfb", [
        `:${display}`,
        ...["-screen", "0", `${SCREEN.width}x${SCREEN.height}x24`, "-fbdir", processes.directory],
        ...["-nolisten", "tcp", "-noreset"],
    ]);
    await displayUp(display);
    const file = path.join(processes.directory, "Xvfb_screen0");
    const rowBytes = SCREEN.width * BYTES_PER_PIXEL;
    await until("the frame buffer's file", () => existsSync(file) && statSync(file).size >= rowBytes * SCREEN.height);
    const descriptor = openSync(file, "r");
    const pixelsFrom = statSync(file).size - rowBytes * SCREEN.height;
    const look = () => {
        const rows = Buffer.alloc(Math.ceil(SCREEN.height / ROW_STEP) * rowBytes);
        for (let i = 0; i * ROW_STEP < SCREEN.height; i++) {
            readSync(descriptor, rows, i * rowBytes, rowBytes, pixelsFrom + i * ROW_STEP * rowBytes);
        }
        return rows;
    };
    const empty = look();
    const program = processes.start("program", JAVA, ["-cp", DEMO_JAR, DEMO], { DISPLAY: `:${display}` });
    const pictures = [];
    let last = empty;
    await until("pixels on Xvfb", () => {
        const pixels = look();
        if (!pixels.equals(last)) {
            pictures.push({ atMs: performance.now() - program.startedMs, pixels });
            last = pixels;
        }
        return pictures.length > 0 && performance.now() - program.startedMs - pictures[0].atMs > WHOLE_AFTER_MS;
    }, TIMEOUT_MS);
    closeSync(descriptor);
    await processes.end(program);
    await processes.end(xvfb);
    const total = changedPixels(empty, last);
    const painted = pictures.find(({ pixels }) => total - changedPixels(pixels, last) >= ALMOST_ALL * total);
    return painted.atMs;
}

function changedPixels(a, b) {
    let count = 0;
    for (let i = 0; i + BYTES_PER_PIXEL <= a.length; i += BYTES_PER_PIXEL) {
        count += a.readUInt32LE(i) === b.readUInt32LE(i) ? 0 : 1;
    }
    return count;
}

/**
 * Starts the demo under CC `turns` times by each command and attaches a viewer each time as soon as the address is
 * printed; gives back the ms from each start to the frame with which nearly all drawing of the first picture had come.
 */
export async function startUnderCc(processes, environment, turns) {
    const commands = Object.entries(demoCommands());
    const words = commands.flatMap(([, command]) => ["--", ...command]);
    const started = processes.start(
        "first-pixels",
        JAVA,
        [...benchClass("cc.bench.FirstPixels"), String(turns), ...words],
        environment,
    );
    await until(
        "starts under CC",
        () => started.child.exitCode !== null || started.failure,
        (turns + 1) * commands.length * TIMEOUT_MS,
    );
    const found = [...started.output().matchAll(/command (\d) first pixels ([\d.]+)/g)];
    if (found.length < turns * commands.length) {
        throw new Error(started.output());
    }
    return Object.fromEntries(
        commands.map(([name], i) => [name, found.filter(([, at]) => Number(at) === i).map(([, , ms]) => Number(ms))]),
    );
}

/** Runs the demo by `cc run` until the archive of JDK classes is there that later starts use. */
export async function makeArchive(processes, environment) {
    const folder = path.join(environment.XDG_CACHE_HOME, "cc/archives");
    const program = processes.start("archive", demoCommands()["cc run"][0], demoCommands()["cc run"].slice(1), environment);
    await until(
        "the archive of JDK classes",
        () => existsSync(folder) && readdirSync(folder).some((name) => name.endsWith(".jsa")),
        TIMEOUT_MS,
    );
    await processes.end(program);
}

/** The command `cc run`, and the literal java command that `cc env` makes possible. */
function demoCommands() {
    const size = `${SCREEN.width}x${SCREEN.height}`;
    return {
        "cc run": [COMMAND, "run", "--no-open", "--size", size, "-cp", DEMO_JAR, DEMO],
        "java -Dawt.toolkit=cc": [
            JAVA,
            ...[`-javaagent:${AGENT}`, "-Dawt.toolkit=cc", `-Dcc.screen.size=${size}`, "-cp", DEMO_JAR, DEMO],
        ],
    };
}
