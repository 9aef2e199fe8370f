import { div8, mul8 } from "./arithmetic.js";
import { clipGlyph } from "./clip.js";
import type { Color } from "./color.js";
import type { Rectangle } from "./damage.js";
import type { GammaTables, Mask } from "./mask.js";
import { mixed } from "./mix.js";
import type { Surface } from "./surface.js";

/** In 65536ths, as the loops have it. */
const ONE_THIRD = 21931;

/** Paints one glyph of subpixel text, its top left corner at (x, y), within the clip. */
export function paintLcdGlyph(
    surface: Surface,
    clip: Rectangle,
    mask: Mask,
    x: number,
    y: number,
    color: Color,
    tables: GammaTables,
): void {
    const part = clipGlyph(clip, x, y, mask.width, mask.height);
    if (part === null) {
        return;
    }
    const { gamma, inverseGamma } = tables;
    const red = inverseGamma[color.red];
    const green = inverseGamma[color.green];
    const blue = inverseGamma[color.blue];
    const solid = color.storedIn(surface.format);
    const { words } = surface;
    const { coverage } = mask;
    for (let row = part.top; row < part.bottom; row++) {
        let from = ((row - y) * mask.width + part.left - x) * 3;
        let at = row * surface.width + part.left;
        for (const end = at + part.right - part.left; at < end; at++, from += 3) {
            const r = coverage[from];
            const g = coverage[from + 1];
            const b = coverage[from + 2];
            if ((r | g | b) === 0) {
                continue;
            }
            if ((r & g & b) === 255) {
                words[at] = solid;
                continue;
            }
            const old = words[at];
            const oldAlpha = old >>> 24;
            const straight = surface.straight || oldAlpha === 0 || oldAlpha === 255;
            const oldRed = straight ? old & 0xff : div8(oldAlpha, old & 0xff);
            const oldGreen = straight ? (old >>> 8) & 0xff : div8(oldAlpha, (old >>> 8) & 0xff);
            const oldBlue = straight ? (old >>> 16) & 0xff : div8(oldAlpha, (old >>> 16) & 0xff);
            const newRed = gamma[mul8(255 - r, inverseGamma[oldRed]) + mul8(r, red)];
            const newGreen = gamma[mul8(255 - g, inverseGamma[oldGreen]) + mul8(g, green)];
            const newBlue = gamma[mul8(255 - b, inverseGamma[oldBlue]) + mul8(b, blue)];
            const average = ((r + g + b) * ONE_THIRD) >> 16;
            const alpha = surface.opaque ? 255 : mul8(255 - average, oldAlpha) + mul8(average, color.alpha);
            words[at] = mixed(surface.straight, alpha, newRed, newGreen, newBlue);
        }
    }
}
