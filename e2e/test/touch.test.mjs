// A person works with a program on a phone: with fingers, and with a keyboard on the screen.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { Fingers } from "../lib/touch.mjs";
import { eventually } from "../lib/wait.mjs";

const PHONE = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
/** The frame's height, in CSS pixels. */
const TITLE_BAR_PX = 34;
const LINES = Array.from({ length: 100 }, (_, line) => `word${line} and more\n`);
/** Where the demo's text begins in its window, and how far apart its lines are, in CSS pixels on this phone. */
const TEXT = { x: 57, y: 166, line: 15.75, character: 6.9 };
const CUT_IN_POPUP = { x: 20, y: 51 };

describe("fingers on a phone", () => {
    let machine, browser, page, fingers, file, area;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
        file = join(machine.folder, "note.txt");
        writeFileSync(file, LINES.join(""));
        const program = await machine.run([], demoJar, "--tab", "Editor", "--file", file);
        page = await openViewer(browser, program.address, PHONE);
        fingers = await Fingers.on(page);
        const canvas = windowTitled(page, "Harbour Office");
        area = await eventually(
            () => canvas.boundingBox(),
            (box) => box?.x === 0 && box.y === TITLE_BAR_PX && Math.abs(box.width - PHONE.viewport.width) < 1,
            "a window that has been fitted to the page",
        );
        await quietAndExact(page);
        await page.getByRole("button", { name: "More" }).tap();
        await page.getByRole("button", { name: "Keys", exact: true }).tap();
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    const popup = () => page.locator(".window.popup");
    const inText = (line, character) => [
        area.x + TEXT.x + (character + 0.2) * TEXT.character,
        area.y + TEXT.y + line * TEXT.line,
    ];

    /** Presses an on-screen key; with a mouse, since the click of a tap comes some time after it, or not at all. */
    const press = (key) => page.getByRole("button", { name: key, exact: true }).click();

    /** What the file holds once it was saved by on-screen keys and something is true of it. */
    async function saved(accept, what) {
        await press("Ctrl");
        await fingers.write("s");
        const lines = await eventually(() => readFileSync(file, "utf8").split("\n"), accept, what);
        await quietAndExact(page);
        return lines;
    }

    it("tap to put the caret, for a keyboard on the screen to write there", async () => {
        await fingers.tap(inText(3, 4));
        await eventually(
            () => page.evaluate(() => document.activeElement?.inputMode),
            (mode) => mode === "text",
            "an on-screen keyboard",
        );
        await fingers.write("X");
        await saved((lines) => lines[3] === "wordX3 and more", "a letter where the finger was");
    });

    it("tap twice to choose a word, which the keyboard replaces", async () => {
        await fingers.doubleTap(inText(5, 2));
        await fingers.write("W");
        await saved((lines) => lines[5] === "W and more", "another word");
    });

    it("drag to select", async () => {
        await fingers.drag(inText(7, 4), 3 * TEXT.character, 0);
        await fingers.write("-");
        await saved((lines) => lines[7] === "word-nd more", "other text where the finger went");
    });

    it("stay down for the right button's menu, and tap what they want", async () => {
        await fingers.doubleTap(inText(9, 2));
        await quietAndExact(page);
        // At the lower edge, so that the menu is a window of its own.
        await fingers.hold(inText(25, 3), () => popup().waitFor());
        await quietAndExact(page);
        const menu = await popup().boundingBox();
        await fingers.tap([menu.x + CUT_IN_POPUP.x, menu.y + CUT_IN_POPUP.y]);
        await popup().waitFor({ state: "hidden" });
        await saved((lines) => lines[9] === " and more", "a cut word");
    });

    it("scroll in twos, both ways, about as far as they move", async () => {
        await fingers.scroll(inText(20, 10), -10 * TEXT.line);
        await quietAndExact(page);
        await fingers.tap(inText(12, 0));
        await fingers.write("#");
        const lines = await saved((all) => all.some((line) => line.includes("#")), "a mark below");
        const marked = lines.findIndex((line) => line.includes("#"));
        assert.ok(marked >= 19 && marked <= 23, `line ${marked}`);
        await fingers.scroll(inText(10, 10), 20 * TEXT.line);
        await quietAndExact(page);
        await fingers.tap(inText(12, 0));
        await fingers.write("@");
        await saved((all) => all[12]?.startsWith("@"), "a mark where the text was first");
    });

    it("pinch without any harm", async () => {
        await fingers.spread(inText(10, 10), 60);
        await quietAndExact(page);
        assert.equal(await page.evaluate(() => window.visualViewport.scale), 1);
        await fingers.tap(inText(2, 0));
        await fingers.write("!");
        await saved((lines) => lines[2] === "!word2 and more", "a letter where the finger was");
    });

    it("write any character, and use the keys that a phone lacks", async () => {
        await fingers.tap(inText(15, 0));
        await press("End");
        await fingers.write(" größer 日本 😀?");
        await press("Left");
        await press("Del");
        await saved((lines) => lines[15] === "word15 and more größer 日本 😀", "all characters but one");
    });
});
