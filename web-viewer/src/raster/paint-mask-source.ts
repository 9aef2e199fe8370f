import { mul8 } from "./arithmetic.js";
import type { Color } from "./color.js";
import type { Mask } from "./mask.js";
import { below, mixed } from "./mix.js";
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
    const { straight } = surface;
    const opaque = surface.opaque ? 0xff000000 : 0;
    const solid = alpha === 0 ? opaque : color.storedIn(surface.format);
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
            const factor = below(straight, rest, old >>> 24);
            words[at] =
                opaque |
                mixed(
                    straight,
                    mul8(rest, old >>> 24) + mul8(coverage, alpha),
                    mul8(factor, old & 0xff) + mul8(coverage, preRed),
                    mul8(factor, (old >>> 8) & 0xff) + mul8(coverage, preGreen),
                    mul8(factor, (old >>> 16) & 0xff) + mul8(coverage, preBlue),
                );
        }
    }
}
