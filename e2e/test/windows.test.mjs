// Windows, dialogs and pointers, as a person handles them in the page.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

describe("windows in the page", () => {
    let machine, browser, page;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
        const program = await machine.run([], demoJar, "--tab", "Canvas");
        page = await openViewer(browser, program.address);
        await quietAndExact(page);
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    const canvas = () => windowTitled(page, "Harbour Office");
    const box = () => canvas().boundingBox();

    it("follow the pointer by their title bar, and the program knows", async () => {
        const before = await box();
        await drag(before.x + 300, before.y - 15, 60, 10);
        await eventually(box, (now) => Math.abs(now.x - before.x - 60) <= 2, "the window's place");
        await quietAndExact(page);
    });

    it("are resized by their corner, and the program lays itself out anew", async () => {
        const before = await box();
        await drag(before.x + before.width + 1, before.y + before.height + 1, -120, -90);
        await eventually(box, (now) => Math.abs(now.width - before.width + 120) <= 3, "the window's width");
        await quietAndExact(page);
    });

    it("draw what a pointer drags, exactly", async () => {
        const area = await box();
        await drag(area.x + 300, area.y + 300, 150, 80, 12);
        await quietAndExact(page);
    });

    it("stay exact while the wheel scrolls a long table", async () => {
        const area = await box();
        await page.mouse.click(area.x + 136, area.y + 38);
        await quietAndExact(page);
        await page.mouse.move(area.x + 400, area.y + 400);
        for (let tick = 0; tick < 20; tick++) {
            await page.mouse.wheel(0, 120);
        }
        const stats = await quietAndExact(page);
        assert.ok(stats.frames > 3);
    });

    async function drag(x, y, dx, dy, steps = 5) {
        await page.mouse.move(x, y);
        await page.mouse.down();
        await page.mouse.move(x + dx, y + dy, { steps });
        await page.mouse.up();
    }
});
