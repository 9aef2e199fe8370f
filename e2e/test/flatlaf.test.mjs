// A program in the look and feel FlatLaf, from Maven Central.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { cc, Machine, root } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

const [, version] = /<flatlaf\.version>(.+)<\/flatlaf\.version>/.exec(readFileSync(join(root, "pom.xml"), "utf8"));
const jar = join(homedir(), ".m2/repository/com/formdev/flatlaf", version, `flatlaf-${version}.jar`);
const classes = join(root, "cc-gui-test/target/test-classes");
const missing = [jar, classes].find((path) => !existsSync(path));

for (const theme of ["Light", "Dark"]) {
    describe(`FlatLaf ${theme}`, { skip: missing ? `${missing} is missing: build with Maven first` : false }, () => {
        let machine, browser, program, page;

        before(async () => {
            machine = new Machine();
            browser = await launchBrowser();
            const options = ["--no-open", "-Dcc.verify=true", "-cp", `${classes}:${jar}`];
            program = await machine.launch([cc, "run", ...options, `cc.gui.program.FlatForm$${theme}`]);
            page = await openViewer(browser, program.address);
            await quietAndExact(page);
        });

        after(async () => {
            await browser?.close();
            await machine?.close();
        });

        it("comes up, is worked with, stays exact, and prints nothing", async () => {
            const canvas = windowTitled(page, "FlatLaf");
            const { x, y, width, height } = await canvas.boundingBox();
            const frames = () => page.evaluate(() => window.ccViewer.stats().frames);
            for (const part of [0.2, 0.4, 0.6, 0.8]) {
                // All that the pointer is led over lights up; all that is pressed opens, turns or takes the focus.
                await page.mouse.move(x + width * part, y + height * 0.1, { steps: 4 });
                await page.mouse.move(x + width * part, y + height * 0.9, { steps: 8 });
                await page.mouse.click(x + width * part, y + height * part);
                await quietAndExact(page);
                await page.keyboard.press("Escape");
            }
            for (let field = 0; field < 8; field++) {
                const before = await frames();
                await page.keyboard.press("Tab");
                await page.keyboard.type("a1");
                await eventually(frames, (now) => now > before, "a picture of the field that has the keyboard now");
                await quietAndExact(page);
            }
            const said = program.output.split("\n").filter((line) => line !== "" && !/^cc: \S+ shows at /.test(line));
            assert.deepEqual(said, []);
        });
    });
}
