import { mul8 } from "./arithmetic.js";
import type { PixelFormat } from "./surface.js";
import { PixelFormat as Format } from "./surface.js";

/** A paint colour, not premultiplied, taken apart once for a whole command. */
export class Color {
    readonly red: number;
    readonly green: number;
    readonly blue: number;
    readonly alpha: number;

    /** @param word 0xAABBGGRR */
    constructor(readonly word: number) {
        this.red = word & 0xff;
        this.green = (word >>> 8) & 0xff;
        this.blue = (word >>> 16) & 0xff;
        this.alpha = word >>> 24;
    }

    get preRed(): number {
        return mul8(this.alpha, this.red);
    }

    get preGreen(): number {
        return mul8(this.alpha, this.green);
    }

    get preBlue(): number {
        return mul8(this.alpha, this.blue);
    }

    /** What a surface of a format stores for this colour where nothing is mixed. */
    storedIn(format: PixelFormat): number {
        if (format === Format.RGB) {
            return (this.word | 0xff000000) >>> 0;
        }
        if (format === Format.ARGB) {
            return this.word >>> 0;
        }
        return ((this.alpha << 24) | (this.preBlue << 16) | (this.preGreen << 8) | this.preRed) >>> 0;
    }
}
