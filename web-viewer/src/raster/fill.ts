import type { Color } from "./color.js";
import type { Rectangle } from "./damage.js";
import type { Surface } from "./surface.js";

/** Stores a colour as it is. */
export function fill(target: Surface, { x, y, width, height }: Rectangle, color: Color): void {
    const word = target.opaque ? (color.word | 0xff000000) >>> 0 : color.word;
    if (width === target.width) {
        target.words.fill(word, y * width, (y + height) * width);
        return;
    }
    for (let row = y; row < y + height; row++) {
        const from = row * target.width + x;
        target.words.fill(word, from, from + width);
    }
}
