// What is done to the text page, the same for every product, and what is counted meanwhile.

import { sleep, until } from "./processes.js";
import { cpuMs, memoryMb } from "./proc-stats.js";

const QUIET_MS = 1_000;
const QUIET_POLL_MS = 50;
const QUIET_TIMEOUT_MS = 60_000;
const IDLE_MS = 10_000;
const SETTLE_AFTER_KEY_MS = 120;
const KEY_ANSWER_TIMEOUT_MS = 3_000;
const WARM_UP_KEYS = 60;
/** Few enough that a line they are inserted into stays within the window. */
const KEYS = 40;
/** Typed first: the browser moves a canvas that is read back to memory once. */
const LEAD_KEYS = 4;
const BURST_KEYS = 80;
const WHEEL_TICKS = 30;
const WHEEL_INTERVAL_MS = 50;
const NOTCH_PX = 100;
/** Where the caret is set, from the canvas's upper left corner, in CSS pixels. */
const CLICK = { x: 600, y: 100 };
const ALPHABET = "the quick brown fox jumps over the lazy dog while seven wizards pack my box ";

/** Measures one product whose page is open; `serverPids` are the program's and its servers' processes. */
export async function measureText({ page, traffic }, serverPids) {
    const result = {};
    const start = { down: 0, up: 0, messagesDown: 0, messagesUp: 0 };
    await untilQuiet(page);
    const first = traffic.since(start);
    result.firstPaintDown = first.down;
    result.firstPaintUp = first.up;

    const canvas = await largestCanvas(page);
    const point = { x: canvas.x + CLICK.x, y: canvas.y + CLICK.y };
    await page.mouse.click(point.x, point.y);
    const emptyLine = async () => {
        await page.keyboard.press("End");
        await page.keyboard.press("Enter");
        return caretLine(page, point);
    };
    const nextLinesStart = async () => {
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Home");
        return caretLine(page, point);
    };

    await typeSlowly(page, await emptyLine(), WARM_UP_KEYS);
    result.append = await measureKeys(page, traffic, serverPids, await emptyLine());
    result.insert = await measureKeys(page, traffic, serverPids, await nextLinesStart());

    await emptyLine();
    const beforeBurst = traffic.snapshot();
    await Promise.all(letters(BURST_KEYS).map((letter) => page.keyboard.press(letter)));
    await untilQuiet(page);
    const burst = traffic.since(beforeBurst);
    result.burstDown = burst.down;
    result.burstUp = burst.up;

    const beforeWheel = traffic.snapshot();
    const picture = await page.screenshot();
    for (let i = 0; i < WHEEL_TICKS; i++) {
        await page.mouse.wheel(0, NOTCH_PX);
        await sleep(WHEEL_INTERVAL_MS);
    }
    await untilQuiet(page);
    if (picture.equals(await page.screenshot())) {
        throw new Error("the wheel moved nothing");
    }
    const wheel = traffic.since(beforeWheel);
    result.wheelDown = wheel.down;
    result.wheelUp = wheel.up;

    await sleep(QUIET_MS);
    const beforeIdle = traffic.snapshot();
    const cpuBeforeIdle = cpuMs(serverPids);
    await sleep(IDLE_MS);
    const idle = traffic.since(beforeIdle);
    result.idleDown = idle.down;
    result.idleUp = idle.up;
    result.idleCpuMs = cpuMs(serverPids) - cpuBeforeIdle;

    result.memory = memoryMb(serverPids);
    result.rssMb = result.memory.reduce((sum, { rss }) => sum + rss, 0);
    result.pssMb = result.memory.reduce((sum, { pss }) => sum + pss, 0);
    return result;
}

/** Types into one line, key by key. */
async function measureKeys(page, traffic, serverPids, line) {
    await typeSlowly(page, line, LEAD_KEYS);
    const before = traffic.snapshot();
    const cpuBefore = cpuMs(serverPids);
    const latenciesMs = await typeSlowly(page, line, KEYS);
    const { down, up } = traffic.since(before);
    return {
        down: down / KEYS,
        up: up / KEYS,
        cpuMs: (cpuMs(serverPids) - cpuBefore) / KEYS,
        latenciesMs,
        unanswered: KEYS - latenciesMs.length,
    };
}

/** Waits a while, and longer until a large canvas was drawn to and then no more for as long. */
export async function untilQuiet(page) {
    await sleep(QUIET_MS);
    const deadline = performance.now() + QUIET_TIMEOUT_MS;
    for (;;) {
        const silentMs = await page
            .evaluate(() => (window.ccBench?.draws > 0 ? performance.now() - window.ccBench.lastDrawMs : 0))
            .catch(() => 0);
        if (silentMs >= QUIET_MS) {
            return;
        }
        if (performance.now() > deadline) {
            throw new Error("the page did not show anything, or never came to rest");
        }
        await sleep(QUIET_POLL_MS);
    }
}

async function largestCanvas(page) {
    const boxes = await page.locator("canvas").evaluateAll((canvases) =>
        canvases.map((canvas) => {
            const { x, y, width, height } = canvas.getBoundingClientRect();
            return { x, y, width, height };
        }),
    );
    return boxes.reduce((best, box) => (box.width * box.height > best.width * best.height ? box : best));
}

/**
 * Finds the line of text that the caret is in, as a point of the page: types a letter, sees which rows of pixels it
 * changes, and takes it back.
 */
async function caretLine(page, near) {
    await untilQuiet(page);
    await page.evaluate(({ x, y }) => window.ccBench.remember(x, y), near);
    await page.keyboard.press("x");
    await untilQuiet(page);
    const y = await page.evaluate(() => window.ccBench.middleOfChange());
    await page.keyboard.press("Backspace");
    await untilQuiet(page);
    return { x: near.x, y };
}

/** Types letters one by one, each after the last one's answer was seen; gives back their latencies in ms. */
async function typeSlowly(page, line, count) {
    await page.evaluate(({ x, y }) => window.ccBench.watch(x, y), line);
    for (const letter of letters(count)) {
        await page.keyboard.press(letter);
        await sleep(SETTLE_AFTER_KEY_MS);
        await until(
            "a key's answer",
            () => page.evaluate(() => window.ccBench.keyDownMs === null),
            KEY_ANSWER_TIMEOUT_MS,
        ).catch(() => {});
    }
    return page.evaluate(() => {
        window.ccBench.armed = false;
        return window.ccBench.latencies;
    });
}

function letters(count) {
    return Array.from({ length: count }, (_, i) => ALPHABET[i % ALPHABET.length]).map((c) =>
        c === " " ? "Space" : c,
    );
}
