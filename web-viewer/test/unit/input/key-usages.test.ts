import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { usageOf } from "../../../src/input/key-usages.js";

const JAVA = new URL(
    "../../../../cc-protocol/src/main/java/cc/protocol/input/PhysicalKey.java",
    import.meta.url,
);

test("the table is that of the Java side", () => {
    const rows = [...readFileSync(JAVA, "utf8").matchAll(/^\s+\w+\((0x[0-9a-f]+), "(\w+)"\)/gm)];
    expect(rows.length).toBeGreaterThan(100);
    for (const [, usage, code] of rows) {
        expect(usageOf(code), code).toBe(Number(usage));
    }
});

test("an unknown key has none", () => expect(usageOf("Unidentified")).toBe(0));
