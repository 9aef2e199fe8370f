import { ProtocolError } from "../wire/message-splitter.js";
import { readCoordinate } from "./bounds.js";
import type { ByteReader } from "./byte-reader.js";
import {
    MAX_FRAME_PIXELS,
    MAX_IMAGE_STORE_BYTES,
    MAX_IMAGES,
    MAX_MASK_BYTES,
    MAX_MASK_STORE_BYTES,
    MAX_MASKS,
    MAX_PAYLOAD_PIXELS,
    MAX_TABLES,
} from "./limits.js";
import type { GammaTables, Mask } from "./mask.js";
import { bytesPerCoverage, MaskKind } from "./mask.js";
import { readPixels } from "./pixel-payload.js";
import { SlotStore } from "./slot-store.js";
import type { Pixels } from "./surface.js";
import { PixelFormat } from "./surface.js";

const TABLE_BYTES = 256;
const BYTES_PER_STORED_PIXEL = 4;

/** What was sent once and is then referred to by its slot: masks, images, gamma tables. */
export class Stores {
    readonly masks = new SlotStore<Mask>("mask", MAX_MASKS, MAX_MASK_STORE_BYTES);
    readonly images = new SlotStore<Pixels>("image", MAX_IMAGES, MAX_IMAGE_STORE_BYTES);
    readonly tables = new SlotStore<GammaTables>("table", MAX_TABLES, MAX_TABLES * 2 * TABLE_BYTES);
    private framePixels = 0;

    beginFrame(): void {
        this.framePixels = 0;
    }

    /** Empty stores for the same frame. */
    emptied(): Stores {
        const stores = new Stores();
        stores.framePixels = this.framePixels;
        return stores;
    }

    defineMask(reader: ByteReader): void {
        const slot = reader.varint();
        const kind = reader.u8();
        if (kind !== MaskKind.GRAY && kind !== MaskKind.LCD) {
            throw new ProtocolError(`there is no mask kind ${kind}`);
        }
        const width = readCoordinate(reader);
        const height = readCoordinate(reader);
        const length = width * height * bytesPerCoverage(kind);
        if (length === 0 || length > MAX_MASK_BYTES) {
            throw new ProtocolError(`a mask cannot be ${width}x${height}`);
        }
        const coverage = reader.view(length).slice();
        this.masks.put(slot, { kind, width, height, coverage }, length);
    }

    defineImage(reader: ByteReader): void {
        const slot = reader.varint();
        const format = readFormat(reader);
        const width = readCoordinate(reader);
        const height = readCoordinate(reader);
        const words = this.payload(reader, format, width, height);
        this.images.put(slot, { format, width, height, words }, words.length * BYTES_PER_STORED_PIXEL);
    }

    defineTable(reader: ByteReader): void {
        const slot = reader.varint();
        const gamma = reader.view(TABLE_BYTES).slice();
        const inverseGamma = reader.view(TABLE_BYTES).slice();
        this.tables.put(slot, { gamma, inverseGamma }, 2 * TABLE_BYTES);
    }

    /** Reads pixels within the limits of a payload and of a frame. */
    payload(reader: ByteReader, format: PixelFormat, width: number, height: number): Uint32Array<ArrayBuffer> {
        const count = width * height;
        if (count === 0 || count > MAX_PAYLOAD_PIXELS) {
            throw new ProtocolError(`a payload cannot be ${width}x${height}`);
        }
        this.framePixels += count;
        if (this.framePixels > MAX_FRAME_PIXELS) {
            throw new ProtocolError(`a frame has more than ${MAX_FRAME_PIXELS} pixels`);
        }
        return readPixels(reader, format, width, height);
    }
}

export function readFormat(reader: ByteReader): PixelFormat {
    const format = reader.u8();
    if (format > PixelFormat.ARGB_PRE) {
        throw new ProtocolError(`there is no pixel format ${format}`);
    }
    return format;
}
