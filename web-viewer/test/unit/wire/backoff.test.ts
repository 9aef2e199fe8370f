import { expect, test } from "vitest";
import { Backoff } from "../../../src/wire/backoff.js";

test("delays double up to ten seconds, and a good connection starts them anew", () => {
    const backoff = new Backoff(() => 1);
    const delays = Array.from({ length: 8 }, () => backoff.nextDelayMs(0));
    expect(delays).toEqual([250, 500, 1000, 2000, 4000, 8000, 10000, 10000]);
    expect(backoff.nextDelayMs(60_000)).toBe(250);
});

test("a part is random, never more than a quarter", () => {
    expect(new Backoff(() => 0).nextDelayMs(0)).toBe(188);
});
