// Waiting for conditions, with what was last seen in the error.
import assert from "node:assert/strict";

const TIMEOUT_MS = 30_000;
const POLL_MS = 50;

/** Polls until the value passes the test; fails with the last value. */
export async function eventually(look, accept, what) {
    const deadline = Date.now() + TIMEOUT_MS;
    for (;;) {
        const value = await look();
        if (accept(value)) {
            return value;
        }
        if (Date.now() > deadline) {
            assert.fail(`${what}; last seen: ${JSON.stringify(value)}`);
        }
        await new Promise((wake) => setTimeout(wake, POLL_MS));
    }
}
