import type { ByteReader } from "./byte-reader.js";
import { requireLength } from "./payload-length.js";

/** Encoding 0: every pixel as its bytes, blue first. */
export function readRawPixels(
    reader: ByteReader,
    length: number,
    width: number,
    height: number,
    bytesPerPixel: number,
): Uint32Array<ArrayBuffer> {
    requireLength(length, width * height * bytesPerPixel, width, height);
    const pixels = new Uint32Array(width * height);
    for (let i = 0; i < pixels.length; i++) {
        pixels[i] = reader.pixel(bytesPerPixel);
    }
    return pixels;
}
