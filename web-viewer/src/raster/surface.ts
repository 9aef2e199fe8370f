import { Damage } from "./damage.js";

/** How the pixels of a surface or an image are to be read; the numbers are those on the wire. */
export enum PixelFormat {
    /** Opaque; alpha is kept at 255 here, so that pixels can be shown and mixed as they are. */
    RGB = 0,
    /** With alpha, not premultiplied; windows never are. */
    ARGB = 1,
    /** With alpha, colours premultiplied by it. */
    ARGB_PRE = 2,
}

/** How many bytes of a pixel travel. */
export function bytesPerPixel(format: PixelFormat): number {
    return format === PixelFormat.RGB ? 3 : 4;
}

/** Pixels as words 0xAABBGGRR: in memory red, green, blue, alpha, the order in which a canvas takes them. */
export interface Pixels {
    readonly format: PixelFormat;
    readonly width: number;
    readonly height: number;
    readonly words: Uint32Array<ArrayBuffer>;
}

/** What a program draws on: its pixels, and what of them changed since they were last shown. */
export class Surface implements Pixels {
    readonly words: Uint32Array<ArrayBuffer>;
    readonly damage = new Damage();

    constructor(
        readonly id: number,
        readonly format: PixelFormat,
        readonly width: number,
        readonly height: number,
    ) {
        this.words = new Uint32Array(width * height);
        if (this.opaque) {
            this.words.fill(OPAQUE_BLACK);
        }
        this.damage.add(0, 0, width, height);
    }

    get opaque(): boolean {
        return this.format === PixelFormat.RGB;
    }

    /** Whether colours are stored as they are, so that what was mixed is divided by its alpha. */
    get straight(): boolean {
        return this.format !== PixelFormat.ARGB_PRE;
    }

    /** Takes over the part that both surfaces have, anchored at the top left; they are of one format. */
    keep(old: Surface): void {
        const width = Math.min(this.width, old.width);
        const height = Math.min(this.height, old.height);
        for (let y = 0; y < height; y++) {
            const from = y * old.width;
            this.words.set(old.words.subarray(from, from + width), y * this.width);
        }
    }
}

const OPAQUE_BLACK = 0xff000000;
