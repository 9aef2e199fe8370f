// What was measured, as tables for people, beside the goals.

import { median, percentile } from "./statistics.js";

const GOALS = {
    firstPaintDown: 6_000,
    keyDown: 80,
    keyUp: 30,
    wheelDown: 6_000,
    idle: 0,
    latencyToBestPeer: 0.5,
    start: 1.3,
    repaint: 1.2,
    startMoreMs: 60,
};
const P95 = 0.95;

const ROWS = [
    ["first paint, bytes down", (p) => over(p, (r) => r.firstPaintDown), 0],
    ["key appended, bytes down", (p) => over(p, (r) => r.append.down), 1],
    ["key appended, bytes up", (p) => over(p, (r) => r.append.up), 1],
    ["key inserted, bytes down", (p) => over(p, (r) => r.insert.down), 1],
    ["key inserted, bytes up", (p) => over(p, (r) => r.insert.up), 1],
    ["80 keys at once, bytes down", (p) => over(p, (r) => r.burstDown), 0],
    ["30 wheel ticks, bytes down", (p) => over(p, (r) => r.wheelDown), 0],
    ["30 wheel ticks, bytes up", (p) => over(p, (r) => r.wheelUp), 0],
    ["10 s idle, bytes down", (p) => over(p, (r) => r.idleDown), 0],
    ["10 s idle, bytes up", (p) => over(p, (r) => r.idleUp), 0],
    ["key to pixel p50, ms", (p) => median(latencies(p)), 1],
    ["key to pixel p95, ms", (p) => percentile(latencies(p), P95), 1],
    ["keys without an answer", (p) => p.rounds.reduce((sum, r) => sum + r.append.unanswered + r.insert.unanswered, 0), 0],
    ["server and program CPU per key, ms", (p) => over(p, (r) => (r.append.cpuMs + r.insert.cpuMs) / 2), 1],
    ["server and program CPU in 10 s idle, ms", (p) => over(p, (r) => r.idleCpuMs), 0],
    ["memory (RSS) of servers and program, MB", (p) => over(p, (r) => r.rssMb), 0],
    ["the same with shared pages divided (PSS), MB", (p) => over(p, (r) => r.pssMb), 0],
];

/** Prints every part that was measured. */
export function print(result) {
    const { machine } = result;
    console.log(`${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB; ${machine.java}; ${machine.chromium}`);
    console.log(`load average ${result.loadBefore.toFixed(1)} before, ${result.loadAfter.toFixed(1)} after`);
    if (result.text) {
        printText(result.text);
    }
    if (result.start) {
        printStart(result.start);
    }
    if (result.repaint) {
        printRepaint(result.repaint);
    }
    if (result.crowd) {
        printCrowd(result.crowd);
    }
    if (result.distance) {
        printDistance(result.distance);
    }
    if (result.transfer) {
        printTransfer(result.transfer);
    }
    if (result.applications) {
        printApplications(result.applications);
    }
    if (result.hello) {
        printHello(result.hello);
    }
    if (result.files) {
        printFiles(result.files);
    }
    if (result.farFiles) {
        printFarFiles(result.farFiles);
    }
}

function printText(text) {
    const products = Object.values(text);
    table(["text page", ...products.map(({ name }) => name)], ROWS.map(([label, value, digits]) => [
        label,
        ...products.map((product) => value(product).toFixed(digits)),
    ]));
    const { cc, ...others } = text;
    const peers = Object.values(others);
    if (!cc || peers.length === 0) {
        return;
    }
    const bestPeer = Math.min(...peers.map((peer) => median(latencies(peer))));
    table(["goal", "reached", ""], [
        goal("first paint, bytes down", over(cc, (r) => r.firstPaintDown), GOALS.firstPaintDown),
        goal("key appended, bytes down", over(cc, (r) => r.append.down), GOALS.keyDown),
        goal("key inserted, bytes down", over(cc, (r) => r.insert.down), GOALS.keyDown),
        goal("key, bytes up", over(cc, (r) => Math.max(r.append.up, r.insert.up)), GOALS.keyUp),
        goal("30 wheel ticks, bytes down", over(cc, (r) => r.wheelDown), GOALS.wheelDown),
        goal("10 s idle, bytes both ways", over(cc, (r) => r.idleDown + r.idleUp), GOALS.idle),
        goal("key to pixel p50, of the best peer's", median(latencies(cc)) / bestPeer, GOALS.latencyToBestPeer),
    ]);
}

function printStart(start) {
    const { Xvfb, ...others } = start;
    table(["demo start to first pixels", "median ms", "of Xvfb's", ""], [
        ["Xvfb", median(Xvfb).toFixed(0), "1.00", ""],
        ...Object.entries(others).map(([name, times]) => {
            const ratio = median(times) / median(Xvfb);
            return [name, median(times).toFixed(0), ratio.toFixed(2), verdict(ratio, GOALS.start)];
        }),
    ]);
}

function printRepaint(repaint) {
    table(["full repaint, CPU ms", "recorded", "unrecorded", "ratio", ""], Object.entries(repaint).map(
        ([name, { size, recordedMs, unrecordedMs, ratio }]) => [
            `${name}, ${size}`,
            recordedMs.toFixed(2),
            unrecordedMs.toFixed(2),
            ratio.toFixed(2),
            verdict(ratio, GOALS.repaint),
        ],
    ));
}

function printCrowd(crowd) {
    const [alone] = crowd;
    table(
        ["viewers", "program fps", "program CPU ms/s", "viewers' fps least / median", "connected", "node CPU ms/s", "viewers' CPU ms/s", "node RSS MB", "kB per viewer"],
        crowd.map((c) => [
            c.stalled === 0 ? c.viewers : `${c.viewers} + ${c.stalled} stalled`,
            c.programFps,
            c.programCpuMsPerSecond.toFixed(0),
            `${c.viewerFpsLeast.toFixed(0)} / ${c.viewerFpsMedian.toFixed(0)}`,
            c.connectedAtEnd,
            c.nodeCpuMsPerSecond.toFixed(0),
            c.viewersCpuMsPerSecond.toFixed(0),
            c.nodeRssMb,
            c === alone ? "" : (((c.nodeRssMb - alone.nodeRssMb) * 1024) / (c.viewers + c.stalled - 1)).toFixed(0),
        ]),
    );
}

function printDistance(distance) {
    const rows = Object.entries(distance).flatMap(([name, byDelay]) => {
        const near = median(byDelay[0].latenciesMs);
        return Object.entries(byDelay).map(([delayMs, { latenciesMs, lost, down, up }]) => {
            const p50 = median(latenciesMs);
            const most = 2 * delayMs + near;
            return [
                `${name}, ${delayMs} ms`,
                p50.toFixed(1),
                percentile(latenciesMs, P95).toFixed(1),
                Math.min(...latenciesMs).toFixed(1),
                lost,
                (p50 - most).toFixed(1),
                down.toFixed(0),
                up.toFixed(0),
            ];
        });
    });
    const head = ["one-way delay", "key to pixel p50, ms", "p95, ms", "least, ms", "lost", "p50 beyond a round trip, ms"];
    table([...head, "bytes down per key", "up"], rows);
}

function printTransfer(transfer) {
    table(
        ["link, one-way delay; meanwhile", "key to pixel p50, ms", "p95, ms", "least, ms", "lost"],
        transfer.map(({ rate, delay, loss, load, latenciesMs, lost }) => [
            `${rate}, ${delay}, ${loss} loss; ${load}`,
            median(latenciesMs).toFixed(0),
            percentile(latenciesMs, P95).toFixed(0),
            Math.min(...latenciesMs).toFixed(0),
            lost,
        ]),
    );
}

function printApplications(applications) {
    table(
        ["applications", "node PSS, MB", "node threads", "node CPU, ms/s", "cc --version, ms", "cc ps, ms", "change of a route, ms"],
        applications.map((a) => [
            a.count,
            a.nodePssMb.toFixed(0),
            a.nodeThreads,
            a.nodeCpuMsPerSecond.toFixed(0),
            a.versionMs.toFixed(0),
            a.psMs.toFixed(0),
            a.routeMs.toFixed(0),
        ]),
    );
}

function printHello(hello) {
    const plain = median(hello.plain);
    table(["java Hello, CPU ms", "median", "least", "more than plain", ""], Object.entries(hello).map(([name, times]) => {
        const more = median(times) - plain;
        const judged = name === "plain" ? "" : verdict(more, GOALS.startMoreMs);
        return [name, median(times).toFixed(0), Math.min(...times).toFixed(0), more.toFixed(0), judged];
    }));
}

function printFiles(files) {
    table(["files of this machine, CPU ns", "plain", "agent", "rules", "agent / plain", "rules / plain"], Object.entries(files).map(
        ([row, times]) => {
            const [plain, agent, rules] = [times.plain, times.agent, times.rules].map(median);
            return [row, plain.toFixed(0), agent.toFixed(0), rules.toFixed(0), (agent / plain).toFixed(2), (rules / plain).toFixed(2)];
        },
    ));
}

function printFarFiles(farFiles) {
    for (const { delayMs, mb, random, small, all, rows } of farFiles) {
        const counts = { "write-stream": `${mb} MB`, "read-stream": `${mb} MB`, "random-4k": random, "list-stat": all };
        table([`files, ${delayMs} ms one way`, "CC, s", "SSHFS, s", "times as fast"], Object.keys(rows.CC).map((row) => {
            const [own, peer] = [rows.CC[row], rows.SSHFS[row]];
            return [`${row}, ${counts[row] ?? small}`, (own / 1_000).toFixed(2), (peer / 1_000).toFixed(2), (peer / own).toFixed(2)];
        }));
    }
}

function over(product, value) {
    return median(product.rounds.map(value));
}

function latencies(product) {
    return product.rounds.flatMap((round) => [...round.append.latenciesMs, ...round.insert.latenciesMs]);
}

function goal(label, value, most) {
    return [`${label}: at most ${most}`, value.toFixed(value < 10 ? 2 : 0), verdict(value, most)];
}

function verdict(value, most) {
    return value <= most ? "met" : "missed";
}

function table(head, rows) {
    const lines = [head, ...rows].map((row) => row.map(String));
    const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
    console.log("");
    lines.forEach((line, index) => {
        console.log(`| ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(" | ")} |`);
        if (index === 0) {
            console.log(`|${widths.map((width, i) => (i === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`);
        }
    });
}
