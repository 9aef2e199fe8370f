import { ProtocolError } from "../wire/message-splitter.js";
import type { ByteReader } from "./byte-reader.js";
import { readFilteredPixels } from "./filtered-pixels.js";
import { readPalettePixels } from "./palette-pixels.js";
import { readRawPixels } from "./raw-pixels.js";
import type { PixelFormat } from "./surface.js";
import { bytesPerPixel } from "./surface.js";

const ENCODINGS = [readRawPixels, readPalettePixels, readFilteredPixels];

/** Reads an encoding's number, a length, and so many pixels as words; the caller has checked that they are allowed. */
export function readPixels(
    reader: ByteReader,
    format: PixelFormat,
    width: number,
    height: number,
): Uint32Array<ArrayBuffer> {
    const encoding = reader.u8();
    const length = reader.bounded("a payload's length", 0x7fffffff);
    reader.require(length);
    const end = reader.position + length;
    if (encoding >= ENCODINGS.length) {
        throw new ProtocolError(`there is no pixel encoding ${encoding}`);
    }
    const pixels = ENCODINGS[encoding](reader, length, width, height, bytesPerPixel(format));
    if (reader.position !== end) {
        throw new ProtocolError(`a payload of ${length} bytes has ${end - reader.position} too many`);
    }
    return pixels;
}
