import { ProtocolError } from "../wire/message-splitter.js";
import { MAX_SURFACE_PIXELS, MAX_SURFACE_SIDE_PIXELS, MAX_SURFACES } from "./limits.js";
import type { PixelFormat } from "./surface.js";
import { Surface } from "./surface.js";

/** The surfaces of one program. */
export class SurfaceTable implements Iterable<Surface> {
    private readonly surfaces = new Map<number, Surface>();
    private pixels = 0;

    [Symbol.iterator](): IterableIterator<Surface> {
        return this.surfaces.values();
    }

    find(id: number): Surface | undefined {
        return this.surfaces.get(id);
    }

    /** @throws ProtocolError if there is no such surface */
    get(id: number): Surface {
        const surface = this.surfaces.get(id);
        if (surface === undefined) {
            throw new ProtocolError(`there is no surface ${id}`);
        }
        return surface;
    }

    /** Makes a surface, or resizes it: pixels in both sizes stay unless the format changes. */
    define(id: number, format: PixelFormat, width: number, height: number): Surface {
        if (width < 1 || height < 1 || width > MAX_SURFACE_SIDE_PIXELS || height > MAX_SURFACE_SIDE_PIXELS) {
            throw new ProtocolError(`a surface cannot be ${width}x${height} (1 to ${MAX_SURFACE_SIDE_PIXELS})`);
        }
        const old = this.surfaces.get(id);
        if (old === undefined && this.surfaces.size >= MAX_SURFACES) {
            throw new ProtocolError(`there are ${MAX_SURFACES} surfaces already`);
        }
        const pixels = this.pixels + width * height - (old === undefined ? 0 : old.width * old.height);
        if (pixels > MAX_SURFACE_PIXELS) {
            throw new ProtocolError(`all surfaces together would have ${pixels} pixels, more than ${MAX_SURFACE_PIXELS}`);
        }
        const surface = new Surface(id, format, width, height);
        if (old !== undefined && old.format === format) {
            surface.keep(old);
        }
        this.pixels = pixels;
        this.surfaces.set(id, surface);
        return surface;
    }

    drop(id: number): void {
        const old = this.get(id);
        this.pixels -= old.width * old.height;
        this.surfaces.delete(id);
    }

    clear(): void {
        this.surfaces.clear();
        this.pixels = 0;
    }
}
