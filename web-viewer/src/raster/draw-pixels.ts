import { mul8 } from "./arithmetic.js";
import { below, mixed } from "./mix.js";
import type { Pixels, Surface } from "./surface.js";
import { PixelFormat } from "./surface.js";

/** How a source is combined with what is there; the numbers are those on the wire. */
export enum Rule {
    SRC_OVER = 0,
    SRC = 1,
}

/** Draws a part of an image or of another surface. `extraAlpha` is 0 to 255. */
export function drawPixels(
    target: Surface,
    x: number,
    y: number,
    width: number,
    height: number,
    source: Pixels,
    sourceX: number,
    sourceY: number,
    rule: Rule,
    extraAlpha: number,
): void {
    const copied =
        extraAlpha === 255 &&
        (source.format === PixelFormat.RGB || (rule === Rule.SRC && source.format === target.format));
    const keepsColors = extraAlpha === 255 && target.opaque && source.format === PixelFormat.ARGB;
    for (let row = 0; row < height; row++) {
        const from = (sourceY + row) * source.width + sourceX;
        const to = (y + row) * target.width + x;
        if (copied) {
            target.words.set(source.words.subarray(from, from + width), to);
        } else if (rule === Rule.SRC_OVER) {
            drawRowOver(target, to, source, from, width, extraAlpha);
        } else if (keepsColors) {
            for (let i = 0; i < width; i++) {
                target.words[to + i] = source.words[from + i] | 0xff000000;
            }
        } else {
            drawRowSource(target, to, source, from, width, extraAlpha);
        }
    }
}

function drawRowOver(
    target: Surface,
    to: number,
    source: Pixels,
    from: number,
    width: number,
    extraAlpha: number,
): void {
    const premultiplied = source.format === PixelFormat.ARGB_PRE;
    const { straight } = target;
    for (let i = 0; i < width; i++) {
        const word = source.words[from + i];
        const sourceAlpha = mul8(extraAlpha, word >>> 24);
        if (sourceAlpha === 0) {
            continue;
        }
        const factor = premultiplied ? extraAlpha : sourceAlpha;
        const rest = 255 - sourceAlpha;
        const old = target.words[to + i];
        const oldFactor = below(straight, rest, old >>> 24);
        target.words[to + i] = mixed(
            straight,
            sourceAlpha + mul8(rest, old >>> 24),
            mul8(oldFactor, old & 0xff) + mul8(factor, word & 0xff),
            mul8(oldFactor, (old >>> 8) & 0xff) + mul8(factor, (word >>> 8) & 0xff),
            mul8(oldFactor, (old >>> 16) & 0xff) + mul8(factor, (word >>> 16) & 0xff),
        );
    }
}

function drawRowSource(
    target: Surface,
    to: number,
    source: Pixels,
    from: number,
    width: number,
    extraAlpha: number,
): void {
    const premultiplied = source.format === PixelFormat.ARGB_PRE;
    const { straight } = target;
    const opaque = target.opaque ? 0xff000000 : 0;
    for (let i = 0; i < width; i++) {
        const word = source.words[from + i];
        const alpha = mul8(extraAlpha, word >>> 24);
        const factor = premultiplied ? extraAlpha : alpha;
        target.words[to + i] =
            opaque |
            mixed(
                straight,
                alpha,
                mul8(factor, word & 0xff),
                mul8(factor, (word >>> 8) & 0xff),
                mul8(factor, (word >>> 16) & 0xff),
            );
    }
}
