import { Opcode } from "../../src/raster/opcode.js";

/** Writes drawing commands by hand, as docs/drawing-commands.md has them. */
export class CommandWriter {
    private readonly bytes: number[] = [];

    surface(id: number, format: number, width: number, height: number): this {
        return this.u8(Opcode.SURFACE).varints(id).u8(format).varints(width, height);
    }

    drop(id: number): this {
        return this.u8(Opcode.DROP).varints(id);
    }

    target(id: number): this {
        return this.u8(Opcode.TARGET).varints(id);
    }

    /** @param argb 0xAARRGGBB */
    color(argb: number): this {
        return this.u8(Opcode.COLOR).u8(argb & 0xff).u8((argb >>> 8) & 0xff).u8((argb >>> 16) & 0xff).u8(argb >>> 24);
    }

    fill(x: number, y: number, width: number, height: number): this {
        return this.u8(Opcode.FILL).varints(x, y, width, height);
    }

    blend(x: number, y: number, width: number, height: number): this {
        return this.u8(Opcode.BLEND).varints(x, y, width, height);
    }

    copy(x: number, y: number, width: number, height: number, dx: number, dy: number): this {
        return this.u8(Opcode.COPY).varints(x, y, width, height).svarint(dx).svarint(dy);
    }

    defineMask(slot: number, kind: number, width: number, height: number, coverage: number[]): this {
        this.u8(Opcode.DEFINE_MASK).varints(slot).u8(kind).varints(width, height);
        coverage.forEach((value) => this.u8(value));
        return this;
    }

    u8(value: number): this {
        this.bytes.push(value & 0xff);
        return this;
    }

    varints(...values: number[]): this {
        for (let value of values) {
            while (value >= 0x80) {
                this.bytes.push((value & 0x7f) | 0x80);
                value = Math.floor(value / 128);
            }
            this.bytes.push(value);
        }
        return this;
    }

    svarint(value: number): this {
        return this.varints(((value << 1) ^ (value >> 31)) >>> 0);
    }

    build(): Uint8Array {
        return Uint8Array.from(this.bytes);
    }
}
