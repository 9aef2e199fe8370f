// Several machines on this one: nodes that are told apart by their folders and ports.
import { createServer } from "node:net";
import { Machine } from "./program.mjs";

/** A machine uses the ports after its own too. */
const PORTS_EACH = 4;

/** Founds a community; its machines have these names, the first keeps the registry. */
export async function found(...names) {
    const machines = {};
    let join;
    for (const name of names) {
        const machine = new Machine();
        machines[name] = machine;
        const place = ["--name", name, "--address", `127.0.0.1:${await freePorts()}`];
        if (join === undefined) {
            machine.command("init", ...place);
            join = machine;
        } else {
            const [address, token] = join.command("token").match(/cc join (\S+) (\S+)/).slice(1);
            machine.command("join", ...place, address, token);
        }
    }
    return machines;
}

/** The first of several ports in a row that nobody uses. */
export async function freePorts() {
    for (;;) {
        const first = 20_000 + Math.floor(Math.random() * 10_000);
        const free = await Promise.all([...Array(PORTS_EACH).keys()].map((i) => isFree(first + i)));
        if (free.every(Boolean)) {
            return first;
        }
    }
}

function isFree(port) {
    return new Promise((tell) => {
        const server = createServer();
        server.once("error", () => tell(false));
        server.listen(port, "127.0.0.1", () => server.close(() => tell(true)));
    });
}
