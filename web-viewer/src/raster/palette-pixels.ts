import { ProtocolError } from "../wire/message-splitter.js";
import type { ByteReader } from "./byte-reader.js";
import { requireLength } from "./payload-length.js";

/**
 * Encoding 1: up to 256 colours, then each pixel's index in 0, 1, 2, 4 or 8 bits; rows begin at whole bytes, the
 * leftmost pixel is in the highest bits.
 */
export function readPalettePixels(
    reader: ByteReader,
    length: number,
    width: number,
    height: number,
    bytesPerPixel: number,
): Uint32Array<ArrayBuffer> {
    const count = reader.u8() + 1;
    const bits = bitsPerIndex(count);
    const rowBytes = (width * bits + 7) >> 3;
    requireLength(length, 1 + count * bytesPerPixel + rowBytes * height, width, height);
    const colors = new Uint32Array(count);
    for (let i = 0; i < count; i++) {
        colors[i] = reader.pixel(bytesPerPixel);
    }
    const pixels = new Uint32Array(width * height);
    if (bits === 0) {
        return pixels.fill(colors[0]);
    }
    const mask = (1 << bits) - 1;
    for (let y = 0, at = 0; y < height; y++) {
        const row = reader.view(rowBytes);
        for (let x = 0, byte = 0, left = 0, packed = 0; x < width; x++) {
            if (left === 0) {
                packed = row[byte++];
                left = 8;
            }
            left -= bits;
            const index = (packed >> left) & mask;
            if (index >= count) {
                throw new ProtocolError(`a pixel has colour ${index} of ${count}`);
            }
            pixels[at++] = colors[index];
        }
    }
    return pixels;
}

function bitsPerIndex(count: number): number {
    return count === 1 ? 0 : count === 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
}
