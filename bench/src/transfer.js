// Keys while something large is on its way between the same two machines, over links that it fills.

import { sleep } from "./processes.js";
import { CLASSES } from "./products/cc.js";
import { DEMO_JAR, TEXT_PAGE } from "./products/program.js";
import { Testbed } from "./testbed.js";

const LINKS = [
    { rate: "20mbit", delay: "20ms" },
    { rate: "2mbit", delay: "50ms" },
    { rate: "2mbit", delay: "50ms", loss: "1%" },
];
const WARM_UP_KEYS = 60;
const KEYS = 20;
const WARM_UP_QUIET_MS = 100;
const QUIET_MS = 300;
/** What was known of the way before is believed for up to 20 s of traffic, and real ways do not become longer all the time. */
const SETTLING_KEYS = 60;
/** Until a transfer fills the link. */
const LEAD_MS = 6_000;

/** What is carried meanwhile, from the second machine to the first like the pictures that answer the keys. */
const LOADS = {
    none: undefined,
    "pictures of noise": (testbed) =>
        testbed.start("noise", "m2", {}, "cc", "run", "--on", "m2", "--screen", "m1", "-cp", CLASSES, "cc.bench.NoisePage"),
    "standard output": (testbed) =>
        testbed.start("flood", "m1", {}, "sh", "-c", `exec cc run --on m2 -cp ${CLASSES} cc.bench.Flood >/dev/null`),
};

export async function measureTransfers(processes) {
    const testbed = new Testbed(processes);
    testbed.up();
    try {
        await testbed.desktop();
        testbed.join();
        testbed.start("program", "m2", {}, "cc", "run", "--on", "m2", "--screen", "m1", "-cp", DEMO_JAR, TEXT_PAGE);
        const typist = testbed.typist();
        await typist.awaitPage();
        await typist.type(WARM_UP_KEYS, WARM_UP_QUIET_MS);
        const results = [];
        for (const { rate, delay, loss = "0%" } of LINKS) {
            testbed.link("--rate", rate, "--delay", delay, "--loss", loss);
            await typist.type(SETTLING_KEYS, QUIET_MS);
            for (const [load, start] of Object.entries(LOADS)) {
                const transfer = start?.(testbed);
                if (transfer) {
                    await sleep(LEAD_MS);
                }
                results.push({ rate, delay, loss, load, ...(await typist.type(KEYS, QUIET_MS)) });
                if (transfer) {
                    await processes.end(transfer);
                }
            }
        }
        return results;
    } finally {
        await processes.stop();
        testbed.down();
    }
}
