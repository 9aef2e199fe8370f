import { ProtocolError } from "../wire/message-splitter.js";
import type { ByteReader } from "./byte-reader.js";
import type { Rectangle } from "./damage.js";
import { MAX_SURFACE_SIDE_PIXELS } from "./limits.js";
import type { Surface } from "./surface.js";

/** Reads a coordinate or a size. */
export function readCoordinate(reader: ByteReader): number {
    return reader.bounded("a coordinate", MAX_SURFACE_SIDE_PIXELS);
}

/** Reads x, y, width, height of a part of a surface. */
export function readRectangle(reader: ByteReader, target: Surface): Rectangle {
    const x = readCoordinate(reader);
    const y = readCoordinate(reader);
    const width = readCoordinate(reader);
    const height = readCoordinate(reader);
    requireWithin(target, x, y, width, height);
    return { x, y, width, height };
}

/** @throws ProtocolError if a rectangle is empty or not within the surface */
export function requireWithin(target: Surface, x: number, y: number, width: number, height: number): void {
    if (x < 0 || y < 0 || width < 1 || height < 1 || x + width > target.width || y + height > target.height) {
        throw new ProtocolError(
            `${width}x${height} at ${x},${y} is empty or not within the surface's ${target.width}x${target.height}`,
        );
    }
}

/** @throws ProtocolError if a part is not within a mask, an image or another surface */
export function requirePart(
    of: string,
    whole: { width: number; height: number },
    x: number,
    y: number,
    width: number,
    height: number,
): void {
    if (x + width > whole.width || y + height > whole.height) {
        throw new ProtocolError(
            `the part ${width}x${height} at ${x},${y} is not within a ${of} of ${whole.width}x${whole.height}`,
        );
    }
}
