import { ProtocolError } from "../wire/message-splitter.js";

/** Reads the number formats of drawing commands and never past the end. */
export class ByteReader {
    position = 0;

    constructor(private readonly bytes: Uint8Array) {}

    get remaining(): number {
        return this.bytes.length - this.position;
    }

    u8(): number {
        if (this.position === this.bytes.length) {
            throw new ProtocolError("the bytes end early");
        }
        return this.bytes[this.position++];
    }

    /** A varint as an unsigned 32-bit number. */
    varint(): number {
        let value = 0;
        for (let shift = 0; shift < 35; shift += 7) {
            const byte = this.u8();
            if (shift === 28 && byte > 0x0f) {
                break;
            }
            value |= (byte & 0x7f) << shift;
            if (byte < 0x80) {
                return value >>> 0;
            }
        }
        throw new ProtocolError("a number has more than 32 bits");
    }

    svarint(): number {
        const value = this.varint();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A varint that names a size, a place or a slot: 0 to `max`. */
    bounded(what: string, max: number): number {
        const value = this.varint();
        if (value > max) {
            throw new ProtocolError(`${what} is ${value}, more than ${max}`);
        }
        return value;
    }

    /** Bytes blue, green, red, and alpha where there are four (else alpha is 255), as a word 0xAABBGGRR. */
    pixel(bytesPerPixel: number): number {
        this.require(bytesPerPixel);
        const { bytes, position } = this;
        const alpha = bytesPerPixel === 4 ? bytes[position + 3] : 255;
        this.position += bytesPerPixel;
        return ((alpha << 24) | (bytes[position] << 16) | (bytes[position + 1] << 8) | bytes[position + 2]) >>> 0;
    }

    /** The next bytes, as a view: copy what is to be kept. */
    view(length: number): Uint8Array {
        this.require(length);
        this.position += length;
        return this.bytes.subarray(this.position - length, this.position);
    }

    require(length: number): void {
        if (length > this.remaining) {
            throw new ProtocolError(`${length} bytes announced, ${this.remaining} there`);
        }
    }
}
