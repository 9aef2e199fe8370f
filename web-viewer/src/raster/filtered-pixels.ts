import { ProtocolError } from "../wire/message-splitter.js";
import type { ByteReader } from "./byte-reader.js";
import { requireLength } from "./payload-length.js";

const NONE = 0;
const LEFT = 1;
const UP = 2;
const PAETH = 3;

/**
 * Encoding 2: a row is a filter's number and then four (or three) runs of bytes: green, red minus green, blue minus
 * green, alpha; each byte is the difference from what the filter predicts from neighbours in the same run.
 */
export function readFilteredPixels(
    reader: ByteReader,
    length: number,
    width: number,
    height: number,
    bytesPerPixel: number,
): Uint32Array<ArrayBuffer> {
    const rowBytes = width * bytesPerPixel;
    requireLength(length, height * (1 + rowBytes), width, height);
    const pixels = new Uint32Array(width * height);
    let row = new Uint8Array(rowBytes);
    let above = new Uint8Array(rowBytes);
    for (let y = 0; y < height; y++) {
        const filter = reader.u8();
        unfilter(filter, reader.view(rowBytes), row, above, width);
        join(row, pixels, y * width, width, bytesPerPixel);
        [row, above] = [above, row];
    }
    return pixels;
}

function unfilter(filter: number, input: Uint8Array, row: Uint8Array, above: Uint8Array, width: number): void {
    switch (filter) {
        case NONE:
            row.set(input);
            break;
        case LEFT:
            for (let start = 0; start < row.length; start += width) {
                for (let i = start, left = 0; i < start + width; i++) {
                    left = (left + input[i]) & 0xff;
                    row[i] = left;
                }
            }
            break;
        case UP:
            for (let i = 0; i < row.length; i++) {
                row[i] = input[i] + above[i];
            }
            break;
        case PAETH:
            for (let start = 0; start < row.length; start += width) {
                for (let i = start, left = 0, corner = 0; i < start + width; i++) {
                    const up = above[i];
                    left = (input[i] + paeth(left, up, corner)) & 0xff;
                    row[i] = left;
                    corner = up;
                }
            }
            break;
        default:
            throw new ProtocolError(`there is no filter ${filter}`);
    }
}

/** The neighbour nearest to left + up - corner; left wins ties, then up. */
function paeth(left: number, up: number, corner: number): number {
    const toLeft = Math.abs(up - corner);
    const toUp = Math.abs(left - corner);
    const toCorner = Math.abs(left + up - 2 * corner);
    return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
}

function join(row: Uint8Array, pixels: Uint32Array, to: number, width: number, bytesPerPixel: number): void {
    for (let x = 0; x < width; x++) {
        const green = row[x];
        const red = (row[width + x] + green) & 0xff;
        const blue = (row[2 * width + x] + green) & 0xff;
        const alpha = bytesPerPixel === 4 ? row[3 * width + x] : 255;
        pixels[to + x] = (alpha << 24) | (blue << 16) | (green << 8) | red;
    }
}
