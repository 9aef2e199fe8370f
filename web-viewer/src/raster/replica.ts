import { ProtocolError } from "../wire/message-splitter.js";
import { readCoordinate, readRectangle, requirePart, requireWithin } from "./bounds.js";
import { ByteReader } from "./byte-reader.js";
import { copyArea } from "./copy-area.js";
import type { Rectangle } from "./damage.js";
import { drawPixels, Rule } from "./draw-pixels.js";
import { fill } from "./fill.js";
import { GlyphRuns } from "./glyph-run.js";
import { MAX_FILLS, RECENT_COLORS } from "./limits.js";
import type { Mask } from "./mask.js";
import { MaskKind } from "./mask.js";
import { Opcode } from "./opcode.js";
import { paintMask } from "./paint-mask.js";
import { paintMaskSource } from "./paint-mask-source.js";
import { RecentColors } from "./recent-colors.js";
import { readFormat, Stores } from "./stores.js";
import type { Pixels, Surface } from "./surface.js";
import { SurfaceTable } from "./surface-table.js";

const MAX_SURFACE_ID = 0x7fffffff;

/**
 * A program's surfaces as its screen proxy describes them: applies frames of drawing commands (their bytes are in
 * docs/drawing-commands.md) to typed arrays, bit for bit as the program's own raster. One per connection.
 */
export class Replica {
    readonly surfaces = new SurfaceTable();
    private stores = new Stores();
    private colors = new RecentColors();
    private runs = new GlyphRuns(this.stores.masks);
    private reader = new ByteReader(new Uint8Array(0));
    private target: Surface | null = null;
    private clip: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

    /** @throws ProtocolError if the commands are malformed; the replica is then of no more use */
    apply(commands: Uint8Array): void {
        this.reader = new ByteReader(commands);
        this.stores.beginFrame();
        while (this.reader.remaining > 0) {
            const offset = this.reader.position;
            const opcode = this.reader.u8();
            try {
                this.step(opcode);
            } catch (cause) {
                if (cause instanceof ProtocolError) {
                    throw new ProtocolError(`command 0x${opcode.toString(16)} at byte ${offset}: ${cause.message}`);
                }
                throw cause;
            }
        }
    }

    private step(opcode: number): void {
        const { reader, stores } = this;
        switch (opcode) {
            case Opcode.SURFACE:
                return this.defineSurface();
            case Opcode.DROP:
                return this.dropSurface();
            case Opcode.TARGET:
                return this.setTarget(this.readSurface());
            case Opcode.CLIP:
                this.clip = readRectangle(reader, this.requireTarget());
                return;
            case Opcode.NO_CLIP:
                return this.setTarget(this.requireTarget());
            case Opcode.RESET:
                return this.reset();
            case Opcode.DROP_ALL:
                this.surfaces.clear();
                this.target = null;
                return;
            case Opcode.COLOR:
                return this.colors.add(reader.pixel(4));
            case Opcode.FILL:
                return fill(this.requireTarget(), this.readDamage(), this.colors.current);
            case Opcode.FILLS:
                return this.fills();
            case Opcode.BLEND:
                return this.blend();
            case Opcode.MASK:
                return this.wholeMask();
            case Opcode.MASK_PART:
                return this.maskPart(paintMask);
            case Opcode.MASK_PART_SRC:
                return this.maskPart(paintMaskSource);
            case Opcode.GLYPHS:
                return this.runs.paint(reader, this.requireTarget(), this.clip, this.colors.current, null);
            case Opcode.GLYPHS_LCD: {
                const tables = stores.tables.get(reader.varint());
                return this.runs.paint(reader, this.requireTarget(), this.clip, this.colors.current, tables);
            }
            case Opcode.DEFINE_MASK:
                return stores.defineMask(reader);
            case Opcode.DEFINE_IMAGE:
                return stores.defineImage(reader);
            case Opcode.DEFINE_TABLE:
                return stores.defineTable(reader);
            case Opcode.FREE_MASK:
                return stores.masks.free(reader.varint());
            case Opcode.FREE_IMAGE:
                return stores.images.free(reader.varint());
            case Opcode.IMAGE:
                return this.wholeImage();
            case Opcode.IMAGE_PART:
                return this.imagePart();
            case Opcode.BLIT:
                return this.blit();
            case Opcode.COPY:
                return this.copy();
            case Opcode.PIXELS:
                return this.pixels();
            default:
                return this.recentColor(opcode - Opcode.RECENT);
        }
    }

    /** Registers and stores are as at the beginning; surfaces stay. */
    private reset(): void {
        this.stores = this.stores.emptied();
        this.colors = new RecentColors();
        this.runs = new GlyphRuns(this.stores.masks);
        this.target = null;
    }

    private recentColor(place: number): void {
        if (place < 0 || place >= RECENT_COLORS) {
            throw new ProtocolError("there is no such command");
        }
        this.colors.moveToFront(place);
    }

    private defineSurface(): void {
        const { reader } = this;
        const id = reader.bounded("a surface", MAX_SURFACE_ID);
        const format = readFormat(reader);
        const width = readCoordinate(reader);
        const height = readCoordinate(reader);
        this.setTarget(this.surfaces.define(id, format, width, height));
    }

    private dropSurface(): void {
        const surface = this.readSurface();
        this.surfaces.drop(surface.id);
        if (surface === this.target) {
            this.target = null;
        }
    }

    private setTarget(target: Surface): void {
        this.target = target;
        this.clip = { x: 0, y: 0, width: target.width, height: target.height };
    }

    private fills(): void {
        const { reader } = this;
        const target = this.requireTarget();
        const count = reader.bounded("the number of rectangles", MAX_FILLS);
        for (let i = 0, x = 0, y = 0; i < count; i++) {
            x += reader.svarint();
            y += reader.svarint();
            const width = readCoordinate(reader);
            const height = readCoordinate(reader);
            requireWithin(target, x, y, width, height);
            target.damage.add(x, y, width, height);
            fill(target, { x, y, width, height }, this.colors.current);
        }
    }

    private blend(): void {
        const target = this.requireTarget();
        const { x, y, width, height } = this.readDamage();
        paintMask(target, x, y, width, height, null, 0, 0, this.colors.current);
    }

    private wholeMask(): void {
        const mask = this.readGrayMask();
        const target = this.requireTarget();
        const { x, y } = this.readPlace(target, mask);
        paintMask(target, x, y, mask.width, mask.height, mask, 0, 0, this.colors.current);
    }

    private maskPart(paint: typeof paintMaskSource): void {
        const mask = this.readGrayMask();
        const target = this.requireTarget();
        const { x, y, width, height } = this.readDamage();
        const maskX = readCoordinate(this.reader);
        const maskY = readCoordinate(this.reader);
        requirePart("mask", mask, maskX, maskY, width, height);
        paint(target, x, y, width, height, mask, maskX, maskY, this.colors.current);
    }

    private readGrayMask(): Mask {
        const mask = this.stores.masks.get(this.reader.varint());
        if (mask.kind !== MaskKind.GRAY) {
            throw new ProtocolError("a fill's mask is not gray");
        }
        return mask;
    }

    private wholeImage(): void {
        const image = this.stores.images.get(this.reader.varint());
        const target = this.requireTarget();
        const { x, y } = this.readPlace(target, image);
        drawPixels(target, x, y, image.width, image.height, image, 0, 0, Rule.SRC_OVER, 255);
    }

    private imagePart(): void {
        const image = this.stores.images.get(this.reader.varint());
        this.draw("image", image, this.readDamage());
    }

    private blit(): void {
        const rectangle = this.readDamage();
        const source = this.readSurface();
        if (source === this.target) {
            throw new ProtocolError(`surface ${source.id} is drawn on itself`);
        }
        this.draw("surface", source, rectangle);
    }

    private draw(of: string, source: Pixels, { x, y, width, height }: Rectangle): void {
        const { reader } = this;
        const sourceX = readCoordinate(reader);
        const sourceY = readCoordinate(reader);
        requirePart(of, source, sourceX, sourceY, width, height);
        const rule = reader.u8();
        if (rule !== Rule.SRC_OVER && rule !== Rule.SRC) {
            throw new ProtocolError("there is no such rule");
        }
        drawPixels(this.requireTarget(), x, y, width, height, source, sourceX, sourceY, rule, reader.u8());
    }

    private copy(): void {
        const { reader } = this;
        const target = this.requireTarget();
        const { x, y, width, height } = readRectangle(reader, target);
        const dx = reader.svarint();
        const dy = reader.svarint();
        requireWithin(target, x + dx, y + dy, width, height);
        copyArea(target, x, y, width, height, dx, dy);
        target.damage.add(x + dx, y + dy, width, height);
    }

    private pixels(): void {
        const target = this.requireTarget();
        const { x, y, width, height } = this.readDamage();
        const words = this.stores.payload(this.reader, target.format, width, height);
        for (let row = 0; row < height; row++) {
            target.words.set(words.subarray(row * width, (row + 1) * width), (y + row) * target.width + x);
        }
    }

    private readSurface(): Surface {
        return this.surfaces.get(this.reader.bounded("a surface", MAX_SURFACE_ID));
    }

    private requireTarget(): Surface {
        if (this.target === null) {
            throw new ProtocolError("no surface is the target");
        }
        return this.target;
    }

    private readDamage(): Rectangle {
        const target = this.requireTarget();
        const rectangle = readRectangle(this.reader, target);
        target.damage.add(rectangle.x, rectangle.y, rectangle.width, rectangle.height);
        return rectangle;
    }

    /** Where the whole of something is drawn. */
    private readPlace(target: Surface, whole: { width: number; height: number }): { x: number; y: number } {
        const x = readCoordinate(this.reader);
        const y = readCoordinate(this.reader);
        requireWithin(target, x, y, whole.width, whole.height);
        target.damage.add(x, y, whole.width, whole.height);
        return { x, y };
    }
}
