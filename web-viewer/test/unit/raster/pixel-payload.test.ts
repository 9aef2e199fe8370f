import { expect, test } from "vitest";
import { ByteReader } from "../../../src/raster/byte-reader.js";
import { readPixels } from "../../../src/raster/pixel-payload.js";
import { PixelFormat } from "../../../src/raster/surface.js";

function read(format: PixelFormat, width: number, height: number, ...bytes: number[]): number[] {
    return [...readPixels(new ByteReader(Uint8Array.from(bytes)), format, width, height)];
}

test("raw: blue first, alpha 255 where there is none", () => {
    expect(read(PixelFormat.RGB, 2, 1, 0, 6, 1, 2, 3, 4, 5, 6)).toEqual([0xff010203, 0xff040506]);
    expect(read(PixelFormat.ARGB, 1, 1, 0, 4, 1, 2, 3, 4)).toEqual([0x04010203]);
});

test("palette: one colour needs no indices", () => {
    expect(read(PixelFormat.RGB, 3, 1, 1, 4, 0, 9, 9, 9)).toEqual([0xff090909, 0xff090909, 0xff090909]);
});

test("palette: rows begin at whole bytes, leftmost pixel in the highest bits", () => {
    const black = 0xff000000;
    const white = 0xffffffff;
    expect(read(PixelFormat.RGB, 3, 2, 1, 9, 1, 0, 0, 0, 255, 255, 255, 0b10100000, 0b01000000)).toEqual([
        white,
        black,
        white,
        black,
        white,
        black,
    ]);
});

test("palette: an index beyond the colours is refused", () => {
    expect(() => read(PixelFormat.RGB, 2, 1, 1, 11, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 0b11000000)).toThrow(/colour 3 of 3/);
});

test("filtered: left, up and Paeth predict from the same run", () => {
    const left = [1, 10, 1, 5, 0, 250, 0];
    expect(read(PixelFormat.RGB, 2, 1, 2, 7, ...left)).toEqual([0xff040a0f, 0xff050b10]);
    const up = [0, 10, 20, 0, 0, 0, 0, 2, 1, 1, 0, 0, 0, 0];
    expect(read(PixelFormat.RGB, 2, 2, 2, 14, ...up)).toEqual([0xff0a0a0a, 0xff141414, 0xff0b0b0b, 0xff151515]);
    const paeth = [0, 10, 20, 0, 0, 0, 0, 3, 5, 7, 0, 0, 0, 0];
    expect(read(PixelFormat.RGB, 2, 2, 2, 14, ...paeth)).toEqual([0xff0a0a0a, 0xff141414, 0xff0f0f0f, 0xff1b1b1b]);
});

test("filtered: there are four filters", () => {
    expect(() => read(PixelFormat.RGB, 1, 1, 2, 4, 4, 0, 0, 0)).toThrow(/no filter 4/);
});
