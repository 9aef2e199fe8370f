import type { Surface } from "./surface.js";

const TABLE = new Uint32Array(256).map((_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) {
        value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return value;
});

/** CRC-32 (IEEE 802.3) of a surface's pixels, row by row, each as the bytes blue, green, red, alpha. */
export function crc32(surface: Pick<Surface, "words">): number {
    let crc = 0xffffffff;
    for (const word of surface.words) {
        crc = TABLE[(crc ^ (word >>> 16)) & 0xff] ^ (crc >>> 8);
        crc = TABLE[(crc ^ (word >>> 8)) & 0xff] ^ (crc >>> 8);
        crc = TABLE[(crc ^ word) & 0xff] ^ (crc >>> 8);
        crc = TABLE[(crc ^ (word >>> 24)) & 0xff] ^ (crc >>> 8);
    }
    return (crc ^ 0xffffffff) >>> 0;
}
