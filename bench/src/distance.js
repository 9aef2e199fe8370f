// A program on one machine, its window on another: what a key takes there and back, and how much more over a distance.

import { DEMO_JAR, JAVA, SCREEN, TEXT_PAGE } from "./products/program.js";
import { Testbed } from "./testbed.js";

const DELAYS_MS = [0, 10, 50];
const WARM_UP_KEYS = 60;
const KEYS = 40;
/** What belongs to a key's answer comes in pieces, which are a round trip or two apart with some. */
const QUIET_MS = 300;
const SERVER_DISPLAY = ":2";
const RFB_PORT = "5902";

/** Each brings the text page from the second machine to the display of the first, by its own means. */
const PRODUCTS = {
    CC: (testbed) => {
        testbed.join();
        return [testbed.start("program", "m2", {}, "cc", "run", "--on", "m2", "--screen", "m1", "-cp", DEMO_JAR, TEXT_PAGE)];
    },
    X11: (testbed) => [testbed.start("program", "m2", { DISPLAY: "m1:1" }, JAVA, "-cp", DEMO_JAR, TEXT_PAGE)],
    TigerVNC: (testbed) => {
        const geometry = `${SCREEN.width}x${SCREEN.height}`;
        const options = ["-geometry", geometry, "-depth", "24", "-SecurityTypes", "None", "-rfbport", RFB_PORT];
        const server = testbed.start("xtigervnc", "m2", {}, "Xtigervnc", SERVER_DISPLAY, ...options);
        const program = testbed.start("program", "m2", {}, "sh", "-c",
            `while ! [ -S /tmp/.X11-unix/X2 ]; do sleep 0.1; done; DISPLAY=${SERVER_DISPLAY} exec ${JAVA} -cp ${DEMO_JAR} ${TEXT_PAGE}`);
        const viewer = testbed.start("viewer", "m1", { DISPLAY: ":1" }, "sh", "-c",
            `sleep 2; exec xtigervncviewer -geometry +0+0 m2::${RFB_PORT}`);
        return [server, program, viewer];
    },
};

export async function measureDistances(processes) {
    const results = {};
    for (const [name, show] of Object.entries(PRODUCTS)) {
        const testbed = new Testbed(processes);
        testbed.up();
        try {
            results[name] = await measure(testbed, show);
        } finally {
            await processes.stop();
            testbed.down();
        }
    }
    return results;
}

async function measure(testbed, show) {
    await testbed.desktop("-listen", "tcp", "-ac");
    show(testbed);
    const typist = testbed.typist();
    await typist.awaitPage();
    await typist.type(WARM_UP_KEYS, QUIET_MS);
    const byDelay = {};
    for (const delayMs of DELAYS_MS) {
        testbed.link(...(delayMs > 0 ? ["--delay", `${delayMs}ms`] : []));
        byDelay[delayMs] = await typist.type(KEYS, QUIET_MS);
    }
    return byDelay;
}
