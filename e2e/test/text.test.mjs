// Text that is more than one key for one letter: input methods, dead keys, AltGr; and keys whose release got lost.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

const SHIFT = 8;
const CONTROL = 2;
/** What keyboards give to keys that an input method takes. */
const PROCESSED = { key: "Process", windowsVirtualKeyCode: 229 };
/** Longer than a caret takes to appear and vanish once. */
const BLINK_MS = 1200;

describe("text in an editor", () => {
    let machine, browser, page, devtools, file, box;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
        file = join(machine.folder, "note.txt");
        writeFileSync(file, "");
        const program = await machine.run([], demoJar, "--tab", "Editor", "--file", file);
        page = await openViewer(browser, program.address);
        devtools = await page.context().newCDPSession(page);
        await quietAndExact(page);
        box = await windowTitled(page, "Harbour Office").boundingBox();
        await page.mouse.click(box.x + 500, box.y + 300);
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    beforeEach(async () => {
        await page.keyboard.press("Control+a");
        await page.keyboard.press("Delete");
        await quietAndExact(page);
    });

    const key = (type, facts) => devtools.send("Input.dispatchKeyEvent", { type, ...facts });
    const compose = (text) =>
        devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    const commit = (text) => devtools.send("Input.insertText", { text });
    const checksums = () => page.evaluate(() => JSON.stringify(window.ccViewer.checksums()));
    const entry = () => page.locator(".text-entry").boundingBox();

    async function saved(expected) {
        await page.keyboard.press("Control+s");
        await eventually(() => readFileSync(file, "utf8"), (text) => text === expected, "the saved text");
        await quietAndExact(page);
    }

    /** All pictures that are seen while a caret blinks. */
    async function blinking() {
        const seen = new Set();
        const end = performance.now() + BLINK_MS;
        await eventually(
            async () => seen.add(await checksums()),
            () => performance.now() > end,
            "pictures",
        );
        return seen;
    }

    it("shows a composition in the program, at its caret, and nothing of it once it is cancelled", async () => {
        await page.keyboard.type("before ");
        await quietAndExact(page);
        const resting = await blinking();
        const caret = await entry();
        await compose("に");
        await compose("にほん");
        await eventually(checksums, (now) => !resting.has(now), "a composition to be seen");
        await eventually(entry, (now) => now.x > caret.x && now.y === caret.y, "the input method's place to follow");
        await compose("");
        await eventually(checksums, (now) => resting.has(now), "the picture without a composition");
        await page.keyboard.type("after");
        await saved("before after");
    });

    it("takes a composition once, and keys after it in order", async () => {
        await compose("に");
        await key("rawKeyDown", { ...PROCESSED, code: "KeyH" });
        await compose("にほん");
        await key("keyUp", { key: "h", code: "KeyH" });
        await commit("日本");
        await page.keyboard.type("!x");
        await compose("ご");
        await commit("語");
        await saved("日本!x語");
    });

    it("keeps what was composed when the person clicks elsewhere", async () => {
        await page.keyboard.type("line");
        await page.keyboard.press("Enter");
        await compose("か");
        await page.mouse.click(box.x + 500, box.y + 420);
        await page.keyboard.type(".");
        await saved("line\nか.");
    });

    it("makes one letter of a dead key and the next", async () => {
        await page.keyboard.type("for");
        await key("rawKeyDown", { key: "Dead", code: "BracketLeft" });
        await compose("^");
        await key("keyUp", { key: "Dead", code: "BracketLeft" });
        await key("rawKeyDown", { ...PROCESSED, code: "KeyE" });
        await commit("ê");
        await key("keyUp", { key: "e", code: "KeyE" });
        await page.keyboard.type("t");
        await saved("forêt");
    });

    for (const [system, modifiers] of [
        ["as Linux tells it", 0],
        ["as Windows tells it", 1 | CONTROL],
    ]) {
        it(`types what AltGr makes, and no shortcut, ${system}`, async () => {
            await page.keyboard.type("me");
            await key("rawKeyDown", { key: "AltGraph", code: "AltRight", location: 2, modifiers });
            for (const [text, code] of [
                ["@", "KeyQ"],
                ["{", "Digit7"],
                ["ß", "KeyS"],
                ["€", "KeyE"],
            ]) {
                await key("keyDown", { key: text, code, text, modifiers });
                await key("keyUp", { key: text, code, modifiers });
            }
            await key("keyUp", { key: "AltGraph", code: "AltRight", location: 2 });
            await page.keyboard.type("a");
            await saved("me@{ß€a");
        });
    }

    for (const [name, code, modifiers] of [
        ["Shift", "ShiftLeft", SHIFT],
        ["Control", "ControlLeft", CONTROL],
        ["Alt", "AltLeft", 1],
    ]) {
        it(`forgets ${name} whose release it never saw, when the keyboard went elsewhere`, async () => {
            await page.keyboard.type("ab");
            await key("rawKeyDown", { key: name, code, modifiers });
            await page.evaluate(() => window.dispatchEvent(new Event("blur")));
            // A program that still believed in Shift would select; in Control or Alt, do something else.
            await page.keyboard.press("ArrowLeft");
            await page.keyboard.type("x");
            await saved("axb");
        });
    }
});
