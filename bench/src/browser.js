// The one browser that every product is measured in, and the bytes of its WebSockets.

import { chromium } from "playwright-core";
import { installProbe } from "./page-probe.js";

export const EXECUTABLE = process.env.CC_BENCH_CHROMIUM ?? "/usr/bin/chromium";
const VIEWPORT = { width: 1100, height: 800 };

export async function launchBrowser() {
    return chromium.launch({
        executablePath: EXECUTABLE,
        headless: true,
        args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    });
}

/** Payload bytes of all WebSockets of a page, its workers' too. */
class Traffic {
    down = 0;
    up = 0;
    messagesDown = 0;
    messagesUp = 0;

    watch(page) {
        page.on("websocket", (socket) => {
            socket.on("framereceived", ({ payload }) => {
                this.down += Buffer.byteLength(payload);
                this.messagesDown++;
            });
            socket.on("framesent", ({ payload }) => {
                this.up += Buffer.byteLength(payload);
                this.messagesUp++;
            });
        });
    }

    snapshot() {
        const { down, up, messagesDown, messagesUp } = this;
        return { down, up, messagesDown, messagesUp };
    }

    since(before) {
        return {
            down: this.down - before.down,
            up: this.up - before.up,
            messagesDown: this.messagesDown - before.messagesDown,
            messagesUp: this.messagesUp - before.messagesUp,
        };
    }
}

/** Opens an address in a fresh context whose canvases are watched. */
export async function openPage(browser, address) {
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1 });
    const page = await context.newPage();
    await page.addInitScript(installProbe);
    const traffic = new Traffic();
    traffic.watch(page);
    await page.goto(address, { waitUntil: "domcontentloaded" });
    return { page, traffic, close: () => context.close() };
}
