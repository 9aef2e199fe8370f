import type { Surface } from "./surface.js";

/** Moves a rectangle's pixels by (dx, dy); source and destination may overlap. */
export function copyArea(
    surface: Surface,
    x: number,
    y: number,
    width: number,
    height: number,
    dx: number,
    dy: number,
): void {
    const { words, width: scan } = surface;
    const first = dy > 0 ? height - 1 : 0;
    const step = dy > 0 ? -1 : 1;
    for (let i = 0, row = first; i < height; i++, row += step) {
        const from = (y + row) * scan + x;
        words.copyWithin(from + dy * scan + dx, from, from + width);
    }
}
