// Menus and dialogs, as a person goes through them with pointer and keyboard.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

describe("menus and dialogs", () => {
    let machine, browser, page, main;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
        const program = await machine.run([], demoJar, "--tab", "Editor");
        page = await openViewer(browser, program.address);
        await quietAndExact(page);
        main = await windowTitled(page, "Harbour Office").boundingBox();
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    const titled = (title) => page.locator(".window", { hasText: title });

    it("a modal dialog from a menu shades what it blocks until it is closed", async () => {
        await page.keyboard.press("Alt+h");
        await quietAndExact(page);
        await page.keyboard.press("a");
        await titled("About").waitFor();
        await page.locator(".window.blocked", { hasText: "Harbour Office" }).waitFor();
        await quietAndExact(page);
        await page.keyboard.press("Enter");
        await titled("About").waitFor({ state: "detached" });
        await page.locator(".window.blocked").waitFor({ state: "detached" });
        await quietAndExact(page);
    });

    it("a blocked window takes no press, and points to the dialog", async () => {
        await page.keyboard.press("Alt+h");
        await quietAndExact(page);
        await page.keyboard.press("a");
        await titled("About").waitFor();
        await page.mouse.click(main.x + 20, main.y + main.height - 40);
        await page.locator(".window.attention", { hasText: "About" }).waitFor();
        await titled("About").getByRole("button", { name: "Close" }).click();
        await titled("About").waitFor({ state: "detached" });
        await quietAndExact(page);
    });

    it("a dialog that blocks nobody stays beside the text and is moved by its title bar", async () => {
        await page.mouse.click(main.x + 500, main.y + 300);
        await page.keyboard.press("Control+f");
        const dialog = titled("Find").locator("canvas");
        await dialog.waitFor();
        assert.equal(await page.locator(".window.blocked").count(), 0);
        const before = await dialog.boundingBox();
        await page.mouse.move(before.x + 60, before.y - 15);
        await page.mouse.down();
        await page.mouse.move(before.x + 20, before.y + 45, { steps: 5 });
        await page.mouse.up();
        await eventually(
            () => dialog.boundingBox(),
            (now) => Math.abs(now.x - before.x + 40) <= 2 && Math.abs(now.y - before.y - 60) <= 2,
            "the dialog's place",
        );
        await page.keyboard.press("Escape");
        await dialog.waitFor({ state: "hidden" });
        await quietAndExact(page);
    });
});
