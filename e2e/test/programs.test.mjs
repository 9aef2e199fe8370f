// Real programs that were written for a desktop of their own: Debian's package openjdk-17-demo.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, windowTitled } from "../lib/browser.mjs";
import { Machine } from "../lib/program.mjs";

const FOLDER = "/usr/share/doc/openjdk-17-jre-headless/demo/jfc";
const PROGRAMS = [
    "SwingSet2",
    "Notepad",
    "Font2DTest",
    "J2Ddemo",
    "Metalworks",
    "Stylepad",
    "SampleTree",
    "TableExample",
    "FileChooserDemo",
    "TransparentRuler",
];

describe("unmodified programs", () => {
    let machine, browser;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    for (const name of PROGRAMS) {
        const jar = join(FOLDER, name, `${name}.jar`);
        const missing = existsSync(jar) ? false : `${jar} is missing: apt-get install openjdk-17-demo`;

        it(`${name} comes up within the page, is used, stays exact, and prints no exception`, { skip: missing }, async () => {
            const program = await machine.run([], jar);
            const page = await openViewer(browser, program.address);
            const frame = page.locator(".window:not([hidden]) canvas").last();
            await frame.waitFor();
            await withinThePage(page);
            await page.locator(".task").first().waitFor();
            const box = await frame.boundingBox();
            for (const [fx, fy] of [
                [0.5, 0.5],
                [0.3, 0.3],
                [0.7, 0.6],
            ]) {
                await page.mouse.move(box.x + box.width * fx, box.y + box.height * fy, { steps: 3 });
                await page.mouse.click(box.x + box.width * fx, box.y + box.height * fy);
                await page.mouse.wheel(0, 240);
            }
            await page.keyboard.type("abc");
            await page.keyboard.press("Tab");
            await exactSoFar(page);
            assert.doesNotMatch(program.output, /Exception|Error\b|cc: (?!\S+ shows)/);
            await page.context().close();
            await program.stop();
        });
    }

    /** Starts a program, works with it by these steps, and sees that every picture was exact. */
    function isWorkedWith(name, title, steps) {
        const jar = join(FOLDER, name, `${name}.jar`);
        const missing = existsSync(jar) ? false : `${jar} is missing: apt-get install openjdk-17-demo`;
        it(title, { skip: missing }, async () => {
            const program = await machine.run([], jar);
            const page = await openViewer(browser, program.address);
            const windows = page.locator(".window:not([hidden])");
            await windows.first().waitFor();
            const press = async (...keys) => {
                for (const key of keys) {
                    await page.keyboard.press(key);
                }
            };
            await steps({ page, windows, press, shows: (count) => shows(page, count) });
            await exactSoFar(page);
            assert.doesNotMatch(program.output, /Exception|Error\b|cc: (?!\S+ shows)/);
            await page.context().close();
            await program.stop();
        });
    }

    isWorkedWith("FileChooserDemo", "a file is looked for and chosen", async ({ page, press, shows }) => {
        await settled(page);
        await press("Alt+s");
        await windowTitled(page, "Open").waitFor();
        await press("Alt+n");
        await page.keyboard.type(FOLDER);
        await press("Enter");
        await settled(page);
        const list = await windowTitled(page, "Open").boundingBox();
        await page.mouse.move(list.x + list.width / 2, list.y + list.height / 3);
        await page.mouse.wheel(0, 600);
        await press("Alt+n", "Control+a");
        await page.keyboard.type(join(FOLDER, "Notepad", "Notepad.jar"));
        await press("Enter");
        await windowTitled(page, "Message").waitFor();
        await settled(page);
        await press("Enter");
        await shows(1);
    });

    isWorkedWith("Metalworks", "all menus drop down; frames move within a frame, and dialogs lie over them", async (at) => {
        const { page, windows, press, shows } = at;
        await settled(page);
        await press("F10");
        for (let menu = 0; menu < 6; menu++) {
            await press("ArrowDown", "ArrowDown", "ArrowRight");
            await settled(page);
        }
        await press("Escape", "Escape");
        await press("F10", "ArrowDown", "Enter");
        await settled(page);
        const { x, y } = await windows.first().locator("canvas").boundingBox();
        await page.mouse.move(x + 180, y + 90);
        await page.mouse.down();
        await page.mouse.move(x + 500, y + 300, { steps: 10 });
        await page.mouse.up();
        await settled(page);
        await press("F10", "ArrowLeft", "ArrowDown", "Enter");
        await shows(2);
        await settled(page);
        await press("Enter");
        await shows(1);
    });

    isWorkedWith("SwingSet2", "all pages are shown, scrolled, and the window resized", async ({ page, windows }) => {
        await settled(page);
        const canvas = windows.first().locator("canvas");
        const { x, y, width, height } = await canvas.boundingBox();
        for (let tool = 0; tool < 16; tool++) {
            await page.mouse.click(x + 22 + tool * 42, y + 45);
            await page.mouse.move(x + width / 2, y + height / 2);
            await page.mouse.wheel(0, 300);
            await settled(page);
        }
        await page.mouse.move(x + width + 2, y + height + 2);
        await page.mouse.down();
        await page.mouse.move(x + width - 180, y + height - 200, { steps: 10 });
        await page.mouse.up();
        await page.waitForFunction(
            ([element, before]) => element.getBoundingClientRect().width < before - 100,
            [await canvas.elementHandle(), width],
        );
    });
});

async function shows(page, count) {
    await page.waitForFunction(
        (wanted) => document.querySelectorAll(".window:not([hidden])").length === wanted,
        count,
    );
}

/** Waits until a while has passed without a change, or a longer while with changes: some pages are animated. */
async function settled(page) {
    await page.evaluate(() => {
        window.settling = { frames: -1, since: performance.now(), began: performance.now() };
    });
    await page.waitForFunction(
        () => {
            const { settling } = window;
            const { frames } = window.ccViewer.stats();
            if (frames !== settling.frames) {
                settling.frames = frames;
                settling.since = performance.now();
            }
            return performance.now() - settling.since > 400 || performance.now() - settling.began > 1500;
        },
        undefined,
        { polling: 50 },
    );
    const stats = await page.evaluate(() => window.ccViewer.stats());
    assert.equal(stats.mismatches, 0, JSON.stringify(stats));
}

/** Programs that centre themselves on, or fill, the screen that they were told of before anybody looked. */
async function withinThePage(page) {
    await page.waitForFunction(() =>
        [...document.querySelectorAll(".window:not([hidden]) canvas")].every((canvas) => {
            const { left, top, right, bottom } = canvas.getBoundingClientRect();
            return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
        }),
    );
}

/** Some of these programs never are quiet, so that the page is asked after a number of frames or a while. */
async function exactSoFar(page) {
    await page.waitForFunction(() => {
        const { frames, verified } = window.ccViewer.stats();
        window.since ??= performance.now();
        return verified > 0 && (frames > 20 || performance.now() - window.since > 2000);
    });
    const stats = await page.evaluate(() => window.ccViewer.stats());
    assert.equal(stats.mismatches, 0, JSON.stringify(stats));
    assert.deepEqual(page.problems, []);
}
