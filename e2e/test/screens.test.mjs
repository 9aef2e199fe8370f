// A program runs on one machine, shows on others, and is worked with there; its windows move while it runs.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { launchBrowser, openViewer, quietAndExact, windowTitled } from "../lib/browser.mjs";
import { found } from "../lib/community.mjs";
import { cc, demoJar, Program } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

describe("screens of other machines", () => {
    let machines, browser, program, file;

    before(async () => {
        browser = await launchBrowser();
        machines = await found("m1", "m2", "m3");
        file = join(machines.m2.folder, "note.txt");
        writeFileSync(file, "");
        program = await machines.m2.run(["--name", "harbour"], demoJar, "--tab", "Editor", "--file", file);
    });

    after(async () => {
        await browser?.close();
        for (const machine of Object.values(machines ?? {}).reverse()) {
            await machine.close();
        }
    });

    const view = (machine) => openViewer(browser, machine.command("view", "harbour", "--control", "--no-open").trim());

    async function clickInto(page) {
        const box = await windowTitled(page, "Harbour Office").boundingBox();
        await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    }

    const checksums = (page) => page.evaluate(() => window.ccViewer.checksums());

    async function seeTheSame(...pages) {
        await eventually(
            async () => Promise.all(pages.map(checksums)),
            ([first, ...others]) =>
                Object.keys(first).length > 0 &&
                others.every((other) => {
                    const both = Object.keys(other).filter((surface) => surface in first);
                    return both.length > 0 && both.every((surface) => other[surface] === first[surface]);
                }),
            "equal pictures",
        );
    }

    it("show it as its own does, and are typed into", async () => {
        const own = await openViewer(browser, program.address);
        assert.match(await shown("m2", "--on", "m3"), /harbour shows on m3/);
        const m3 = await view(machines.m3);
        await quietAndExact(m3);
        await shown("m3", "--also-on", "m1");
        const m1 = await view(machines.m1);
        await quietAndExact(m1);
        await seeTheSame(own, m3, m1);

        await m1.getByRole("button", { name: "Take control" }).click();
        await m1.getByText("You control").waitFor();
        await own.getByRole("button", { name: "Take control" }).waitFor();
        await clickInto(m1);
        await m1.keyboard.type("from m1");
        await m1.keyboard.press("Control+s");
        await eventually(() => readFileSync(file, "utf8"), (text) => text === "from m1", "the saved text");
        for (const page of [own, m3, m1]) {
            await quietAndExact(page);
        }
        await seeTheSame(own, m3, m1);
        for (const page of [own, m3, m1]) {
            await page.context().close();
        }
    });

    it("have its windows taken from one to another", async () => {
        await shown("m1", "--on", "m3");
        const m3 = await view(machines.m3);
        await quietAndExact(m3);
        await shown("m1", "--on", "m1");
        await m3.getByText(/not shown on this machine any more/).first().waitFor();
        assert.throws(() => machines.m3.command("view", "harbour", "--no-open"), /To see it here/);
        const m1 = await view(machines.m1);
        const own = await openViewer(browser, machines.m2.command("view", "harbour", "--no-open").trim());
        await quietAndExact(m1);
        await seeTheSame(own, m1);
        await Promise.all([m3, m1, own].map((page) => page.context().close()));
    });

    it("take over in the middle of an animation, and mirror it, without a wrong pixel", async () => {
        const orbits = await machines.m2.run(["--name", "orbits"], demoJar, "--tab", "Animation");
        const own = await openViewer(browser, orbits.address);
        await clickInto(own);
        const moved = async (page) => {
            const stats = () => page.evaluate(() => window.ccViewer.stats());
            const before = (await stats()).frames;
            await eventually(stats, ({ frames }) => frames > before + 20, "an animation");
            const { mismatches, verified } = await stats();
            assert.equal(mismatches, 0);
            assert.ok(verified > 0);
        };
        const pages = [own];
        for (const [machine, change] of [
            ["m3", "--on"],
            ["m1", "--on"],
            ["m3", "--also-on"],
        ]) {
            await own.keyboard.press("Alt+r");
            machines.m2.command("show", "orbits", change, machine);
            const page = await openViewer(browser, machines[machine].command("view", "orbits", "--no-open").trim());
            pages.push(page);
            await moved(page);
            await moved(own);
            // It rests: now all that show it have the program's own picture.
            await own.keyboard.press("Alt+r");
            const shown = change === "--on" ? [own, page] : [own, pages[2], page];
            for (const one of shown) {
                await quietAndExact(one);
            }
            await seeTheSame(...shown);
        }
        await Promise.all(pages.map((page) => page.context().close()));
        await orbits.stop();
    });

    it("are driven from a third machine, and show where that points", async () => {
        await shown("m1", "--on", "m3");
        assert.match(machines.m1.command("input", "harbour", "--from", "m1"), /harbour is driven from m1/);
        const m3 = await view(machines.m3);
        await quietAndExact(m3);
        await m3.getByText("Driven from m1").waitFor();
        assert.throws(() => play(machines.m3, "type x"), /cc input harbour --also-from m3/);

        const [, x, y, width, height] = /^window \d+ at (\S+) (\S+) size (\d+) (\d+) .*Harbour Office$/m
            .exec(play(machines.m1, "windows"))
            .map(Number);
        const [left, top] = [x + Math.floor(width / 2), y + Math.floor(height / 2)];
        await clickInto(m3);
        await m3.keyboard.type("not this");
        const answer = play(machines.m1, `move ${left} ${top}`, "click", "key ctrl+a", "type From a third: Ä!", "key ctrl+s");
        assert.equal(answer, "ok\n".repeat(5));
        await eventually(() => readFileSync(file, "utf8"), (text) => text === "From a third: Ä!", "the saved text");

        const stays = spawn(cc, ["input-proxy", "harbour"], {
            env: machines.m1.environment,
            stdio: ["pipe", "ignore", "inherit"],
        });
        stays.stdin.write(`move ${left} ${top}\n`);
        const mark = m3.locator(".other-pointer");
        await mark.waitFor();
        const [pointer, window] = [await mark.boundingBox(), await windowTitled(m3, "Harbour Office").boundingBox()];
        assert.ok(pointer.x > window.x && pointer.x < window.x + window.width, "the mark is over the window");
        await quietAndExact(m3);
        stays.stdin.end();
        await mark.waitFor({ state: "detached" });

        machines.m2.command("input", "harbour", "--from", "any");
        await clickInto(m3);
        await m3.getByText("You control").waitFor();
        await m3.context().close();
    });

    it("are whoever's starts a program elsewhere, if nobody says otherwise", async () => {
        const yard = await machines.m1.run(["--on", "m2", "--name", "yard"], demoJar);
        const m1 = await openViewer(browser, yard.address);
        await quietAndExact(m1);
        const { machine, screens } = applications(machines.m3).find(({ name }) => name === "yard");
        assert.deepEqual([machine, screens], ["m2", ["m1"]]);
        await m1.context().close();
        await yard.stop();
    });

    it("show a program from its start if they are named", async () => {
        const words = ["-Dcc.verify=true", demoJar];
        machines.m1.command("run", "--on", "m2", "--screen", "m3,m1", "-d", "--name", "quay", ...words);
        const pier = new Program(
            spawn(cc, ["run", "--screen", "m3", "--name", "pier", ...words], {
                env: machines.m1.environment,
            }),
        );
        machines.m1.programs.push(pier);
        await pier.printed(/cc: pier shows on m3/);
        for (const [name, machine, screens] of [
            ["quay", "m2", ["m3", "m1"]],
            ["pier", "m1", ["m3"]],
        ]) {
            const address = await eventually(
                () => addressOn(machines.m3, name),
                (text) => text !== undefined,
                `${name} on m3`,
            );
            const page = await openViewer(browser, address);
            await quietAndExact(page);
            const listed = applications(machines.m3).find((application) => application.name === name);
            assert.deepEqual([listed.machine, listed.screens], [machine, screens]);
            await page.context().close();
        }
        machines.m3.command("kill", "quay");
        await pier.stop();
    });

    it("are none for a program that is to show nowhere, until it is shown", async () => {
        machines.m1.command("run", "--on", "m2", "--screen", "none", "-d", "--name", "far", "-Dcc.verify=true", demoJar);
        const near = new Program(
            spawn(cc, ["run", "--screen", "none", "--name", "near", "-Dcc.verify=true", demoJar], {
                env: machines.m1.environment,
            }),
        );
        machines.m1.programs.push(near);
        for (const name of ["far", "near"]) {
            const { screens } = await eventually(
                () => applications(machines.m3).find((application) => application.name === name && application.windows),
                (application) => application !== undefined,
                `${name} listed with its window`,
            );
            assert.deepEqual(screens, []);
            assert.match(machines.m3.command("ps"), new RegExp(`${name} +\\S+ +m[12] +- `));
            machines.m3.command("show", name, "--on", "m3");
            const page = await openViewer(browser, machines.m3.command("view", name, "--no-open").trim());
            await quietAndExact(page);
            await page.context().close();
        }
        machines.m3.command("kill", "far");
        await near.stop();
    });

    it("are refused if there are none of that name", () => {
        assert.throws(() => machines.m1.command("show", "harbour", "--on", "nowhere"), /'nowhere'/);
        assert.throws(() => machines.m1.command("show", "nothing", "--on", "m3"), /'nothing'/);
    });

    const play = (machine, ...lines) =>
        execFileSync(cc, ["input-proxy", "harbour"], {
            env: machine.environment,
            input: lines.map((line) => `${line}\n`).join(""),
            encoding: "utf8",
        });

    const applications = (machine) => JSON.parse(machine.command("ps", "--json"));

    /** An address that shows the program on this machine; undefined as long as it does not show there. */
    function addressOn(machine, name) {
        try {
            return machine.command("view", name, "--no-open").trim();
        } catch {
            return undefined;
        }
    }

    async function shown(machine, ...change) {
        return machines[machine].command("show", "harbour", ...change);
    }
});
