import { div8, mul8 } from "./arithmetic.js";
import type { Color } from "./color.js";
import { combine } from "./combine.js";
import type { Mask } from "./mask.js";
import type { Surface } from "./surface.js";

/** Replaces what is there by a colour, as far as a gray mask covers it (the rule SRC). */
export function paintMaskSource(
    surface: Surface,
    x: number,
    y: number,
    width: number,
    height: number,
    mask: Mask,
    maskX: number,
    maskY: number,
    color: Color,
): void {
    const { preRed, preGreen, preBlue, alpha } = color;
    const opaque = surface.opaque;
    const solid = alpha === 0 ? (opaque ? 0xff000000 : 0) : color.storedIn(surface.format);
    const words = surface.words;
    for (let row = 0; row < height; row++) {
        let at = (y + row) * surface.width + x;
        let coverageAt = (maskY + row) * mask.width + maskX;
        for (const end = at + width; at < end; at++) {
            const coverage = mask.coverage[coverageAt++];
            if (coverage === 0) {
                continue;
            }
            if (coverage === 255) {
                words[at] = solid;
                continue;
            }
            const rest = 255 - coverage;
            const old = words[at];
            const resultAlpha = mul8(rest, old >>> 24) + mul8(coverage, alpha);
            let red = mul8(rest, old & 0xff) + mul8(coverage, preRed);
            let green = mul8(rest, (old >>> 8) & 0xff) + mul8(coverage, preGreen);
            let blue = mul8(rest, (old >>> 16) & 0xff) + mul8(coverage, preBlue);
            if (opaque && resultAlpha !== 0 && resultAlpha < 255) {
                red = div8(resultAlpha, red);
                green = div8(resultAlpha, green);
                blue = div8(resultAlpha, blue);
            }
            words[at] = combine(opaque ? 255 : resultAlpha, red, green, blue);
        }
    }
}
