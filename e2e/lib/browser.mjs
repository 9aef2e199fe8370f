// A real browser, and what tests ask of the viewer's page.
import { chromium } from "playwright-core";

const FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

export async function launchBrowser() {
    return chromium.launch({ executablePath: process.env.CC_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS });
}

/** Opens a one-time address in a context of its own, with checksums asked for. */
export async function openViewer(browser, address, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options });
    const page = await context.newPage();
    page.problems = [];
    page.on("pageerror", (error) => page.problems.push(error.message));
    await page.goto(address);
    await page.goto(withoutQuery(page.url()) + "?verify");
    await firstPicture(page);
    return page;
}

export function withoutQuery(url) {
    return url.split("?")[0];
}

export async function firstPicture(page) {
    await page.waitForFunction(() => window.ccViewer?.stats().frames > 0 && document.querySelector("canvas"));
}

/**
 * Waits until nothing has been drawn for a while from now; then checks that everything shown so far was exact: each of the
 * program's checksums equalled the page's.
 */
export async function quietAndExact(page) {
    await page.evaluate(() => delete window.quiet);
    await page.waitForFunction(
        () => {
            const now = window.ccViewer.stats().frames;
            const before = (window.quiet ??= { frames: -1, since: 0 });
            if (before.frames !== now) {
                window.quiet = { frames: now, since: performance.now() };
                return false;
            }
            return performance.now() - before.since > 150;
        },
        undefined,
        { polling: 30 },
    );
    const stats = await page.evaluate(() => window.ccViewer.stats());
    if (stats.mismatches > 0 || stats.verified === 0) {
        throw new Error(`not exact: ${JSON.stringify(stats)}`);
    }
    if (page.problems.length > 0) {
        throw new Error(`the page had errors: ${page.problems.join("; ")}`);
    }
    return stats;
}

/** The canvas of a window that is titled so; popups have no title. */
export function windowTitled(page, title) {
    return page.locator(".window", { hasText: title }).locator("canvas").last();
}
