import { crc32 as zlibCrc32 } from "node:zlib";
import { expect, test } from "vitest";
import { crc32 } from "../../../src/raster/crc32.js";

test("the bytes are blue, green, red, alpha", () => {
    const words = Uint32Array.of(0xff332211, 0x80aabbcc);
    const bytes = Uint8Array.of(0x33, 0x22, 0x11, 0xff, 0xaa, 0xbb, 0xcc, 0x80);
    expect(crc32({ words })).toBe(zlibOrKnown(bytes));
});

/** Node 20.15 and later have crc32; the value is kept for those before. */
function zlibOrKnown(bytes: Uint8Array): number {
    return typeof zlibCrc32 === "function" ? zlibCrc32(bytes) : 0x6ddf5b53;
}
