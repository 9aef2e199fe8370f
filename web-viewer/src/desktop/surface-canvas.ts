import type { Rectangle } from "../raster/damage.js";
import type { Surface } from "../raster/surface.js";
import { toStraightAlpha } from "./straight-alpha.js";

/** Shows one surface's pixels in a canvas; opaque surfaces are handed to the canvas without a copy. */
export class SurfaceCanvas {
    readonly element = document.createElement("canvas");
    private context: CanvasRenderingContext2D | null = null;
    private shown: Surface | null = null;
    private image: ImageData | null = null;

    constructor() {
        this.element.className = "pixels";
    }

    /** Brings the canvas up to date with a surface; what is not damaged is left as it is. */
    show(surface: Surface): void {
        if (surface !== this.shown) {
            this.adopt(surface);
        }
        for (const rectangle of surface.damage.take()) {
            this.put(surface, rectangle);
        }
    }

    /** Shows everything again, for a canvas that was moved to another document. */
    refresh(): void {
        if (this.shown !== null) {
            this.put(this.shown, { x: 0, y: 0, width: this.shown.width, height: this.shown.height });
        }
    }

    private adopt(surface: Surface): void {
        this.element.width = surface.width;
        this.element.height = surface.height;
        this.context ??= this.element.getContext("2d");
        this.shown = surface;
        this.image = surface.opaque
            ? new ImageData(new Uint8ClampedArray(surface.words.buffer), surface.width, surface.height)
            : null;
        surface.damage.add(0, 0, surface.width, surface.height);
    }

    private put(surface: Surface, { x, y, width, height }: Rectangle): void {
        if (this.image !== null) {
            this.context?.putImageData(this.image, 0, 0, x, y, width, height);
        } else {
            this.context?.putImageData(toStraightAlpha(surface, x, y, width, height), x, y);
        }
    }
}
