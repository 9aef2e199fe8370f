import { mul8 } from "./arithmetic.js";
import { clipGlyph } from "./clip.js";
import type { Color } from "./color.js";
import type { Rectangle } from "./damage.js";
import type { Mask } from "./mask.js";
import { below, mixed } from "./mix.js";
import type { Surface } from "./surface.js";

/** Paints one glyph with gray antialiasing, its top left corner at (x, y), within the clip. */
export function paintGrayGlyph(
    surface: Surface,
    clip: Rectangle,
    mask: Mask,
    x: number,
    y: number,
    color: Color,
): void {
    const part = clipGlyph(clip, x, y, mask.width, mask.height);
    if (part !== null) {
        const blend = surface.opaque ? blendOpaque : blendTranslucent;
        const { straight } = surface;
        const solid = color.storedIn(surface.format);
        for (let row = part.top; row < part.bottom; row++) {
            let coverageAt = (row - y) * mask.width + part.left - x;
            const from = row * surface.width;
            for (let at = from + part.left; at < from + part.right; at++) {
                const coverage = mask.coverage[coverageAt++];
                if (coverage !== 0) {
                    surface.words[at] = blend(surface.words[at], coverage, color, solid, straight);
                }
            }
        }
    }
}

/** On opaque surfaces the loops know no colour's alpha. */
function blendOpaque(old: number, coverage: number, color: Color, solid: number): number {
    if (coverage === 255) {
        return solid;
    }
    const rest = 255 - coverage;
    const red = mul8(rest, old & 0xff) + mul8(coverage, color.red);
    const green = mul8(rest, (old >>> 8) & 0xff) + mul8(coverage, color.green);
    const blue = mul8(rest, (old >>> 16) & 0xff) + mul8(coverage, color.blue);
    return 0xff000000 | (blue << 16) | (green << 8) | red;
}

function blendTranslucent(old: number, coverage: number, color: Color, solid: number, straight: boolean): number {
    const sourceAlpha = mul8(coverage, color.alpha);
    if (sourceAlpha === 255) {
        return solid;
    }
    let alpha = sourceAlpha;
    let red = mul8(sourceAlpha, color.red);
    let green = mul8(sourceAlpha, color.green);
    let blue = mul8(sourceAlpha, color.blue);
    const oldAlpha = old >>> 24;
    if (oldAlpha !== 0) {
        const rest = 255 - sourceAlpha;
        const factor = below(straight, rest, oldAlpha);
        alpha += mul8(rest, oldAlpha);
        red += mul8(factor, old & 0xff);
        green += mul8(factor, (old >>> 8) & 0xff);
        blue += mul8(factor, (old >>> 16) & 0xff);
    }
    return mixed(straight, alpha, red, green, blue);
}
