// Measures everything in one run; see docs/benchmarks.md.

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { measureApplications } from "./applications.js";
import { EXECUTABLE, launchBrowser, openPage } from "./browser.js";
import { measureCrowds } from "./crowd.js";
import { measureDistances } from "./distance.js";
import { measureLocalFiles, measureStarts } from "./local-files.js";
import { Processes, sleep } from "./processes.js";
import { cc, startNode } from "./products/cc.js";
import { novnc } from "./products/novnc.js";
import { JAVA, ROOT, requireBuilt } from "./products/program.js";
import { xpra } from "./products/xpra.js";
import { measureRemoteFiles } from "./remote-files.js";
import { measureRepaints } from "./repaint.js";
import { print } from "./report.js";
import { makeArchive, startOnXvfb, startUnderCc } from "./startup.js";
import { measureText } from "./text-session.js";
import { measureTransfers } from "./transfer.js";

const PRODUCTS = { cc, novnc, xpra };
const PARTS = ["text", "start", "repaint", "crowd", "distance", "transfer", "applications", "hello", "files", "files-0ms", "files-5ms"];
const DEFAULT_ROUNDS = 2;
/** Of the large file that is read and written on another machine. */
const DEFAULT_MB = 1024;
const STARTS = 4;
const WINDOW_UP_MS = 4_000;
const CROWDS = [
    { viewers: 1, stalled: 0 },
    { viewers: 10, stalled: 0 },
    { viewers: 30, stalled: 0 },
    { viewers: 100, stalled: 0 },
    { viewers: 90, stalled: 10 },
];
const RESULT = path.join(ROOT, "bench/target/result.json");
const QUIETLY = { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] };
const USAGE = `usage: bench/run [--rounds N] [--mb N] [--only ${PARTS.join(",")}] [--products ${Object.keys(PRODUCTS).join(",")}]`;

const options = parse(process.argv.slice(2));
requireBuilt();
const result = { when: new Date().toISOString(), machine: machine(), rounds: options.rounds, loadBefore: loadavg()[0] };

if (options.parts.includes("text")) {
    result.text = {};
    for (let round = 1; round <= options.rounds; round++) {
        for (const name of options.products) {
            say(`${PRODUCTS[name].name}, round ${round} of ${options.rounds}`);
            const measured = await inProcesses(name, (processes) => text(PRODUCTS[name], processes));
            (result.text[name] ??= { name: PRODUCTS[name].name, rounds: [] }).rounds.push(measured);
            keep();
        }
    }
}
if (options.parts.includes("start")) {
    say("demo start to first pixels");
    result.start = await inProcesses("start", start);
    keep();
}
if (options.parts.includes("repaint")) {
    say("full repaints");
    result.repaint = await inProcesses("repaint", measureRepaints);
    keep();
}
if (options.parts.includes("crowd")) {
    say("crowds of viewers");
    result.crowd = await inProcesses("crowd", (processes) => measureCrowds(processes, CROWDS));
    keep();
}
if (options.parts.includes("distance")) {
    say("distances");
    result.distance = await inProcesses("distance", measureDistances);
    keep();
}
if (options.parts.includes("transfer")) {
    say("keys beside a large transfer");
    result.transfer = await inProcesses("transfer", measureTransfers);
    keep();
}
if (options.parts.includes("applications")) {
    say("many applications");
    result.applications = await inProcesses("applications", measureApplications);
    keep();
}
if (options.parts.includes("hello")) {
    say("starts of the smallest program");
    result.hello = measureStarts();
    keep();
}
if (options.parts.includes("files")) {
    say("files of this machine");
    result.files = await inProcesses("files", measureLocalFiles);
    keep();
}
for (const delayMs of [0, 5]) {
    if (options.parts.includes(`files-${delayMs}ms`)) {
        say(`files of another machine, ${delayMs} ms away`);
        const measured = await inProcesses("files", (processes) => measureRemoteFiles(processes, delayMs, options.mb));
        (result.farFiles ??= []).push(measured);
        keep();
    }
}
print(result);
console.log(`\nAll values: ${RESULT}`);

/** After every part, so that what was measured is not lost with a later one. */
function keep() {
    result.loadAfter = loadavg()[0];
    mkdirSync(path.dirname(RESULT), { recursive: true });
    writeFileSync(RESULT, JSON.stringify(result, null, 2));
}

/** One product, one round, with a browser of its own. */
async function text(product, processes) {
    const started = await product.start(processes);
    await sleep(WINDOW_UP_MS);
    const browser = await launchBrowser();
    try {
        const opened = await openPage(browser, started.address);
        return await measureText(opened, started.serverPids());
    } finally {
        await browser.close();
    }
}

/** Half of the starts on Xvfb come before those under CC and half after, in case the machine's load changes. */
async function start(processes) {
    const { environment } = await startNode(processes);
    await makeArchive(processes, environment);
    const xvfb = [];
    const onXvfb = async () => {
        for (let i = 0; i < STARTS; i++) {
            xvfb.push(await startOnXvfb(processes));
        }
    };
    await onXvfb();
    const underCc = await startUnderCc(processes, environment, STARTS);
    await onXvfb();
    return { Xvfb: xvfb, ...underCc };
}

async function inProcesses(name, measure) {
    const directory = mkdtempSync(path.join(tmpdir(), `cc-bench-${name}-`));
    const processes = new Processes(directory);
    const clean = async () => {
        await processes.stop();
        rmSync(directory, { recursive: true, force: true });
    };
    const stopAndLeave = () => clean().finally(() => process.exit(1));
    process.once("SIGINT", stopAndLeave);
    process.once("SIGTERM", stopAndLeave);
    try {
        return await measure(processes);
    } finally {
        await clean();
        process.off("SIGINT", stopAndLeave);
        process.off("SIGTERM", stopAndLeave);
    }
}

function machine() {
    const java = execFileSync(JAVA, ["--version"], QUIETLY).split("\n")[1];
    const chromium = execFileSync(EXECUTABLE, ["--version"], QUIETLY).trim();
    return {
        cpu: cpus()[0].model,
        cores: cpus().length,
        memoryGb: Math.round(totalmem() / 2 ** 30),
        kernel: readFileSync("/proc/sys/kernel/osrelease", "utf8").trim(),
        java,
        chromium,
        peers: Object.fromEntries(
            Object.values(PRODUCTS)
                .flatMap(({ packages }) => packages)
                .map((name) => [name, execFileSync("dpkg-query", ["-Wf", "${Version}", name], QUIETLY)]),
        ),
    };
}

function parse(args) {
    const parsed = { rounds: DEFAULT_ROUNDS, mb: DEFAULT_MB, parts: PARTS, products: Object.keys(PRODUCTS) };
    for (let i = 0; i < args.length; i += 2) {
        const value = args[i + 1];
        if (args[i] === "--rounds" && Number(value) >= 1) {
            parsed.rounds = Number(value);
        } else if (args[i] === "--mb" && Number(value) >= 1) {
            parsed.mb = Number(value);
        } else if (args[i] === "--only" && value?.split(",").every((part) => PARTS.includes(part))) {
            parsed.parts = value.split(",");
        } else if (args[i] === "--products" && value?.split(",").every((name) => name in PRODUCTS)) {
            parsed.products = value.split(",");
        } else {
            console.error(USAGE);
            process.exit(2);
        }
    }
    return parsed;
}

function say(text) {
    console.error(`[${new Date().toISOString().slice(11, 19)}, load ${loadavg()[0].toFixed(1)}] ${text}`);
}
