import { expect, test } from "vitest";
import { div8, mul8 } from "../../../src/raster/arithmetic.js";

test("products are those of the documented formula, for all pairs", () => {
    for (let a = 0; a < 256; a++) {
        for (let b = 0; b < 256; b++) {
            const exact = Number((BigInt(a * b) * 65793n + 8388608n) >> 24n);
            if (mul8(a, b) !== exact) {
                expect.fail(`${a} * ${b} is ${mul8(a, b)}, not ${exact}`);
            }
        }
    }
});

test("quotients are those of the documented formula, for all pairs", () => {
    for (let a = 1; a < 256; a++) {
        for (let c = 0; c < 256; c++) {
            const step = (4278190080n + BigInt(a >> 1)) / BigInt(a);
            const exact = c >= a ? 255 : Number((BigInt(c) * step + 8388608n) >> 24n);
            if (div8(a, c) !== exact) {
                expect.fail(`${c} / ${a} is ${div8(a, c)}, not ${exact}`);
            }
        }
    }
});
