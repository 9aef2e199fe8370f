import { ProtocolError } from "../wire/message-splitter.js";
import type { ByteReader } from "./byte-reader.js";
import type { Color } from "./color.js";
import type { Rectangle } from "./damage.js";
import { paintGrayGlyph } from "./gray-glyph.js";
import { paintLcdGlyph } from "./lcd-glyph.js";
import { MAX_GLYPH_COORDINATE, MAX_GLYPHS } from "./limits.js";
import type { GammaTables, Mask } from "./mask.js";
import { MaskKind } from "./mask.js";
import type { SlotStore } from "./slot-store.js";
import type { Surface } from "./surface.js";

/** Reads and paints runs of glyphs; remembers where the last run began, because the next one counts from there. */
export class GlyphRuns {
    private startX = 0;
    private startY = 0;

    constructor(private readonly masks: SlotStore<Mask>) {}

    /** @param tables set for subpixel text */
    paint(reader: ByteReader, target: Surface, clip: Rectangle, color: Color, tables: GammaTables | null): void {
        const kind = tables === null ? MaskKind.GRAY : MaskKind.LCD;
        const count = reader.bounded("the number of glyphs", MAX_GLYPHS);
        if (count === 0) {
            throw new ProtocolError("a run has no glyphs");
        }
        let x = this.startX;
        let y = this.startY;
        let left = Infinity;
        let top = Infinity;
        let right = -Infinity;
        let bottom = -Infinity;
        for (let i = 0; i < count; i++) {
            const mask = this.masks.get(reader.varint());
            if (mask.kind !== kind) {
                throw new ProtocolError(`a glyph's mask is not ${MaskKind[kind]}`);
            }
            x = glyphPlace(x + reader.svarint());
            y = glyphPlace(y + reader.svarint());
            if (i === 0) {
                this.startX = x;
                this.startY = y;
            }
            if (tables === null) {
                paintGrayGlyph(target, clip, mask, x, y, color);
            } else {
                paintLcdGlyph(target, clip, mask, x, y, color, tables);
            }
            left = Math.min(left, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + mask.height);
            x += mask.width;
            right = Math.max(right, x);
        }
        damageClipped(target, clip, left, top, right, bottom);
    }
}

function glyphPlace(place: number): number {
    if (Math.abs(place) > MAX_GLYPH_COORDINATE) {
        throw new ProtocolError(`a glyph is at ${place}`);
    }
    return place;
}

function damageClipped(
    target: Surface,
    clip: Rectangle,
    boxLeft: number,
    boxTop: number,
    boxRight: number,
    boxBottom: number,
): void {
    const left = Math.max(boxLeft, clip.x);
    const top = Math.max(boxTop, clip.y);
    const right = Math.min(boxRight, clip.x + clip.width);
    const bottom = Math.min(boxBottom, clip.y + clip.height);
    if (right > left && bottom > top) {
        target.damage.add(left, top, right - left, bottom - top);
    }
}
