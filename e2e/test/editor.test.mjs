// A person writes a text in an unmodified Swing program through a browser.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

const JDK_25 = "/usr/lib/jvm/temurin-25-jdk-amd64";

for (const [runtime, options] of [
    ["the default JDK", []],
    ["JDK 25", ["--java", JDK_25]],
]) {
    const missing = options.length > 0 && !existsSync(JDK_25) ? `no JDK at ${JDK_25}` : false;
    describe(`the editor on ${runtime}`, { skip: missing }, () => {
        let machine, browser, page, file;

        before(async () => {
            machine = new Machine();
            browser = await launchBrowser();
            file = join(machine.folder, "note.txt");
            writeFileSync(file, "first line\n");
            const program = await machine.run(options, demoJar, "--tab", "Editor", "--file", file);
            page = await openViewer(browser, program.address);
            await quietAndExact(page);
            const box = await windowTitled(page, "Harbour Office").boundingBox();
            await page.mouse.click(box.x + 500, box.y + 300);
        });

        after(async () => {
            await browser?.close();
            await machine?.close();
        });

        const saved = async (expected) => {
            await page.keyboard.press("Control+s");
            await eventually(() => readFileSync(file, "utf8"), (text) => text === expected, "the saved text");
            await quietAndExact(page);
        };

        it("takes each character once and in order, on any layout", async () => {
            await page.keyboard.press("Control+End");
            await page.keyboard.type("Hello, World! (ÄöÜ €) 'quoted' {x} @home");
            await saved("first line\nHello, World! (ÄöÜ €) 'quoted' {x} @home");
        });

        it("undoes and redoes by its own accelerators", async () => {
            await page.keyboard.press("Enter");
            await page.keyboard.type("gone");
            await page.keyboard.press("Control+z");
            await saved("first line\nHello, World! (ÄöÜ €) 'quoted' {x} @home\n");
        });

        it("shows what an input method composes and takes what it commits", async () => {
            const session = await page.context().newCDPSession(page);
            await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
            await session.send("Input.imeSetComposition", { text: "にほん", selectionStart: 3, selectionEnd: 3 });
            await session.send("Input.insertText", { text: "日本" });
            await saved("first line\nHello, World! (ÄöÜ €) 'quoted' {x} @home\n日本");
        });

        it("selects, cuts and pastes with the keyboard", async () => {
            await page.keyboard.press("Control+a");
            await page.keyboard.type("abc");
            await page.keyboard.press("Shift+ArrowLeft");
            await page.keyboard.press("Control+x");
            await page.keyboard.press("Home");
            await page.keyboard.press("Control+v");
            await saved("cab");
        });

        it("stays exact while a menu opens over the text and closes again", async () => {
            await page.keyboard.press("Alt+f");
            await quietAndExact(page);
            await page.keyboard.press("Escape");
            const stats = await quietAndExact(page);
            assert.equal(stats.mismatches, 0);
        });
    });
}
