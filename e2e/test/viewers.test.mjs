// Several people look at one program, at their own pace and with their own rights.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { firstPicture, launchBrowser, openViewer, quietAndExact, windowTitled, withoutQuery } from "../lib/browser.mjs";
import { demoJar, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

describe("viewers of one program", () => {
    let machine, browser, program, owner, file;

    before(async () => {
        machine = new Machine();
        browser = await launchBrowser();
        file = join(machine.folder, "note.txt");
        writeFileSync(file, "");
        program = await machine.run([], demoJar, "--tab", "Editor", "--file", file);
        owner = await openViewer(browser, program.address);
        await quietAndExact(owner);
        await click(owner);
        await owner.keyboard.type("one");
        await quietAndExact(owner);
    });

    after(async () => {
        await browser?.close();
        await machine?.close();
    });

    async function click(page) {
        const box = await windowTitled(page, "Harbour Office").boundingBox();
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }

    async function savedBy(page, expected) {
        await page.keyboard.press("Control+s");
        await eventually(() => readFileSync(file, "utf8"), (text) => text === expected, "the saved text");
    }

    const checksums = (page) => page.evaluate(() => window.ccViewer.checksums());

    /** Whoever joins late gets the off-screen images that windows still need, and no others. */
    async function sees(late, early) {
        await eventually(
            async () => [await checksums(late), await checksums(early)],
            ([some, all]) =>
                Object.keys(some).length > 0 && Object.entries(some).every(([surface, crc]) => all[surface] === crc),
            "equal pictures",
        );
    }

    it("see the same pixels when they join late", async () => {
        const guest = await openViewer(browser, machine.command("view", "--no-open").trim());
        await quietAndExact(guest);
        await sees(guest, owner);
        await guest.context().close();
    });

    it("cannot type if they may only look", async () => {
        const guest = await openViewer(browser, machine.command("view", "--no-open").trim());
        await click(guest);
        await guest.keyboard.type("intruder");
        await click(owner);
        await owner.keyboard.press("Control+End");
        await owner.keyboard.type(" two");
        await savedBy(owner, "one two");
        await guest.context().close();
    });

    it("take control from each other if both may, and everybody sees who has it", async () => {
        const guest = await openViewer(browser, machine.command("view", "--control", "--no-open").trim());
        await guest.getByRole("button", { name: "Take control" }).click();
        await guest.getByText("You control").waitFor();
        await owner.getByRole("button", { name: "Take control" }).waitFor();
        await click(guest);
        await guest.keyboard.press("Control+End");
        await guest.keyboard.type(" three");
        await savedBy(guest, "one two three");
        await quietAndExact(owner);
        await guest.context().close();
        await owner.getByText("You control").waitFor();
    });

    it("use an address once", async () => {
        const context = await browser.newContext();
        const page = await context.newPage();
        const answer = await page.goto(program.address);
        assert.ok(answer.status() >= 400, `status ${answer.status()}`);
        assert.match(await page.locator("body").innerText(), /cc view/);
        await context.close();
    });

    it("are exact again after their connection was cut", async () => {
        const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
        const page = await context.newPage();
        page.problems = [];
        let latest;
        await page.routeWebSocket(/.*/, (socket) => {
            latest = socket;
            socket.connectToServer();
        });
        await page.goto(machine.command("view", "--no-open").trim());
        await page.goto(withoutQuery(page.url()) + "?verify");
        await firstPicture(page);
        await quietAndExact(page);
        await latest.close({ code: 4999, reason: "cut by the test" });
        await click(owner);
        await owner.keyboard.press("Control+End");
        await owner.keyboard.type("!");
        await eventually(() => page.evaluate(() => window.ccViewer.stats().connections), (n) => n >= 2, "a new connection");
        await quietAndExact(page);
        await sees(page, owner);
        await context.close();
    });

    it("learn why it ended when the program ends", async () => {
        await program.stop();
        await owner.getByText(/ended/i).first().waitFor();
    });
});
