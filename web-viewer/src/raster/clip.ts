import type { Rectangle } from "./damage.js";

/** The part of a glyph's box within the clip; null if there is none. */
export function clipGlyph(
    clip: Rectangle,
    x: number,
    y: number,
    width: number,
    height: number,
): { left: number; top: number; right: number; bottom: number } | null {
    const left = Math.max(x, clip.x);
    const top = Math.max(y, clip.y);
    const right = Math.min(x + width, clip.x + clip.width);
    const bottom = Math.min(y + height, clip.y + clip.height);
    return right > left && bottom > top ? { left, top, right, bottom } : null;
}
