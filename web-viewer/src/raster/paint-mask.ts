import { mul8 } from "./arithmetic.js";
import type { Color } from "./color.js";
import { combine } from "./combine.js";
import type { Mask } from "./mask.js";
import type { Surface } from "./surface.js";

/** Paints a colour through a part of a gray mask (without one: with full coverage) over what is there. */
export function paintMask(
    surface: Surface,
    x: number,
    y: number,
    width: number,
    height: number,
    mask: Mask | null,
    maskX: number,
    maskY: number,
    color: Color,
): void {
    const { preRed, preGreen, preBlue, alpha } = color;
    if (alpha === 0) {
        return;
    }
    const opaque = surface.opaque ? 0xff : 0;
    const words = surface.words;
    for (let row = 0; row < height; row++) {
        let at = (y + row) * surface.width + x;
        let coverageAt = mask === null ? 0 : (maskY + row) * mask.width + maskX;
        for (const end = at + width; at < end; at++) {
            const coverage = mask === null ? 255 : mask.coverage[coverageAt++];
            if (coverage === 0) {
                continue;
            }
            const sourceAlpha = mul8(coverage, alpha);
            const rest = 255 - sourceAlpha;
            const old = words[at];
            words[at] = combine(
                opaque | (sourceAlpha + mul8(rest, old >>> 24)),
                mul8(coverage, preRed) + mul8(rest, old & 0xff),
                mul8(coverage, preGreen) + mul8(rest, (old >>> 8) & 0xff),
                mul8(coverage, preBlue) + mul8(rest, (old >>> 16) & 0xff),
            );
        }
    }
}
