// Somebody who is not root works with a program of their own.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { freePorts } from "../lib/community.mjs";
import { cc, demoJar, Machine } from "../lib/program.mjs";

const PERSON = "nobody";
const notRoot = userInfo().uid !== 0 && "all tests are a person's already";

describe("a person", { skip: notRoot }, () => {
    let machine, browser;
    const as = ["setpriv", `--reuid=${PERSON}`, "--clear-groups", "env", `USER=${PERSON}`];

    before(async () => {
        browser = await launchBrowser();
        machine = new Machine();
        execFileSync("chown", [PERSON, machine.folder]);
        chmodSync(machine.folder, 0o755);
        machine.environment.XDG_CACHE_HOME = join(machine.folder, "cache");
    });

    after(async () => {
        await browser?.close();
        await machine?.close(() => command("stop"));
    });

    const command = (...words) =>
        execFileSync(as[0], [...as.slice(1), cc, ...words], { env: machine.environment, encoding: "utf8" });

    it("runs it, sees it, and finds it listed", async () => {
        const program = await machine.launch([...as, cc, "run", "--no-open", "-Dcc.verify=true", demoJar]);
        const page = await openViewer(browser, program.address);
        await windowTitled(page, "Harbour Office").waitFor();
        await quietAndExact(page);
        assert.match(command("ps"), /cc-demo/);
    });

    it("founds a community of one", async () => {
        command("stop");
        command("init", "--name", "solo", "--address", `127.0.0.1:${await freePorts()}`);
        assert.match(command("nodes"), /solo \*/);
        command("leave");
        assert.throws(() => command("nodes"), /belongs to no community/);
    });
});
