import { mul8 } from "./arithmetic.js";
import type { Color } from "./color.js";
import type { Mask } from "./mask.js";
import { below, mixed } from "./mix.js";
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
    const { straight } = surface;
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
            const factor = below(straight, rest, old >>> 24);
            words[at] = mixed(
                straight,
                sourceAlpha + mul8(rest, old >>> 24),
                mul8(coverage, preRed) + mul8(factor, old & 0xff),
                mul8(coverage, preGreen) + mul8(factor, (old >>> 8) & 0xff),
                mul8(coverage, preBlue) + mul8(factor, (old >>> 16) & 0xff),
            );
        }
    }
}
