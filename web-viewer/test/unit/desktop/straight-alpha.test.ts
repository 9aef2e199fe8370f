import { expect, test } from "vitest";
import { straightWord } from "../../../src/desktop/straight-alpha.js";

test("premultiplied colours become straight, opaque and empty ones stay", () => {
    expect(straightWord(0xff102030)).toBe(0xff102030);
    expect(straightWord(0x00ffffff)).toBe(0);
    expect(straightWord(0x80402010)).toBe(0x80804020);
    expect(straightWord(0x10ffffff)).toBe(0x10ffffff);
});
