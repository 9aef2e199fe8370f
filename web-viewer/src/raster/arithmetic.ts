/**
 * Products and quotients of channel values as Java2D's software loops make them. Values are 0 to 255 and stand for
 * 0 to 1.
 */

/** a * b, rounded as the loops' 8-bit multiplication table is. */
export function mul8(a: number, b: number): number {
    return (Math.imul(a * b, 0x10101) + 0x800000) >>> 24;
}

const DIV8 = divisionTable();

/** b / a, at most 255; `a` is not 0. */
export function div8(a: number, b: number): number {
    return DIV8[(a << 8) | b];
}

function divisionTable(): Uint8Array {
    const table = new Uint8Array(256 * 256);
    for (let a = 1; a < 256; a++) {
        const step = Math.floor((0xff000000 + (a >> 1)) / a);
        for (let b = 0, value = 0x800000; b < 256; b++, value += step) {
            table[(a << 8) | b] = b < a ? Math.floor(value / 0x1000000) : 255;
        }
    }
    return table;
}
