import type { Pixels } from "../raster/surface.js";

/** A part of a surface with premultiplied colours as a canvas takes it: not premultiplied. */
export function toStraightAlpha(source: Pixels, x: number, y: number, width: number, height: number): ImageData {
    const image = new ImageData(width, height);
    const words = new Uint32Array(image.data.buffer);
    for (let row = 0, to = 0; row < height; row++) {
        const from = (y + row) * source.width + x;
        for (let i = from; i < from + width; i++) {
            words[to++] = straightWord(source.words[i]);
        }
    }
    return image;
}

/** 0xAABBGGRR with premultiplied colours to the same without. */
export function straightWord(word: number): number {
    const alpha = word >>> 24;
    if (alpha === 255 || alpha === 0) {
        return alpha === 0 ? 0 : word;
    }
    const red = straight(word & 0xff, alpha);
    const green = straight((word >>> 8) & 0xff, alpha);
    const blue = straight((word >>> 16) & 0xff, alpha);
    return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

function straight(value: number, alpha: number): number {
    return Math.min(255, Math.round((value * 255) / alpha));
}
