// Real programs that were written for a desktop of their own: Debian's package openjdk-17-demo.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer } from "../lib/browser.mjs";
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
});

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
