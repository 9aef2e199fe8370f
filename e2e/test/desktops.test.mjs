// A machine whose node runs without a desktop shows on that of whoever is logged in.
import { spawn } from "node:child_process";
import { chmodSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { found } from "../lib/community.mjs";
import { startDisplay } from "../lib/display.mjs";
import { cc, demoJar, Program } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

const PERSON = "nobody";
const notRoot = userInfo().uid !== 0 && "only root can be two users";

describe("a desktop of another session", () => {
    const agents = [];
    let display, machine;

    before(async () => {
        display = await startDisplay();
        const { solo } = await found("solo");
        machine = solo;
        machine.environment.CC_DESKTOP_DIR = join(machine.folder, "desktops");
        // Others are to pass through to the meeting place, and no further.
        chmodSync(machine.folder, 0o711);
        writeFileSync(join(machine.folder, "state/node.properties"), `desktop.users=${PERSON}\n`);
        machine.command("stop");
        await machine.run(["--name", "harbour"], demoJar);
    });

    after(async () => {
        for (const agent of agents) {
            await agent.stop();
        }
        await machine?.close();
        await display?.close();
    });

    /** Gives the display to the machine's node. */
    function giveDisplay(user, ...words) {
        const as = user ? ["setpriv", `--reuid=${user}`, "--clear-groups", "env", `USER=${user}`] : ["env"];
        const environment = { ...machine.environment, DISPLAY: display.name };
        const agent = new Program(spawn(as[0], [...as.slice(1), cc, "screen-proxy", ...words], { env: environment }));
        agents.push(agent);
        return agent;
    }

    const titles = (accept, what) => eventually(() => display.titles(), accept, what);
    const shows = (seen) => seen.includes("Harbour Office");

    it("shows what is moved to its machine, and lets it go", async () => {
        const agent = giveDisplay(null);
        await agent.printed(/this desktop shows programs of this user's node/);
        machine.command("show", "harbour", "--on", "solo");
        await titles(shows, "the window on the desktop");
        machine.command("show", "harbour", "--not-on", "solo");
        await titles((seen) => !shows(seen), "no window any more");
        machine.command("input", "harbour", "--from", "solo");
        await titles((seen) => seen.includes("Keyboard and pointer of harbour"), "the input window");
        machine.command("input", "harbour", "--from", "any");
        await titles((seen) => seen.length === 0, "an empty desktop");
        await agent.stop();
    });

    it("may be another user's, if the node allows that", { skip: notRoot }, async () => {
        machine.command("show", "harbour", "--on", "solo");
        const stranger = giveDisplay("daemon", "--of", "root");
        await stranger.printed(/does not use desktops of daemon/);
        const agent = giveDisplay(PERSON, "--of", "root");
        await titles(shows, "the window that was wished for before the desktop came");
        await agent.stop();
        await titles((seen) => seen.length === 0, "nothing of the one that has left");
    });
});
