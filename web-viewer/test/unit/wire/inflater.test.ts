import { constants, createDeflateRaw } from "node:zlib";
import { expect, test, vi } from "vitest";
import { Inflater } from "../../../src/wire/inflater.js";

test("each sync flush is handed out without waiting for more", async () => {
    const got: string[] = [];
    const inflater = new Inflater(
        (bytes) => got.push(Buffer.from(bytes).toString()),
        (cause) => expect.fail(String(cause)),
    );
    const deflate = createDeflateRaw();
    deflate.on("data", (piece: Buffer) =>
        inflater.push(piece.buffer.slice(piece.byteOffset, piece.byteOffset + piece.length) as ArrayBuffer),
    );
    for (let i = 1; i <= 3; i++) {
        deflate.write(`part ${i};`);
        await new Promise<void>((done) => deflate.flush(constants.Z_SYNC_FLUSH, () => done()));
        await vi.waitFor(() => expect(got.join("")).toBe(["part 1;", "part 2;", "part 3;"].slice(0, i).join("")));
    }
    inflater.close();
});

test("what is not deflate is reported once", async () => {
    const errors: unknown[] = [];
    const inflater = new Inflater(
        () => expect.fail("no bytes"),
        (cause) => errors.push(cause),
    );
    inflater.push(Uint8Array.of(0xff, 0xff, 0xff).buffer);
    await vi.waitFor(() => expect(errors).toHaveLength(1));
});

test("what the taker throws is reported, and nothing more is handed out", async () => {
    const errors: unknown[] = [];
    const inflater = new Inflater(
        () => {
            throw new Error("no");
        },
        (cause) => errors.push(cause),
    );
    const deflate = createDeflateRaw();
    const pieces: Buffer[] = [];
    deflate.on("data", (piece: Buffer) => pieces.push(piece));
    deflate.write("x");
    await new Promise<void>((done) => deflate.flush(constants.Z_SYNC_FLUSH, () => done()));
    inflater.push(new Uint8Array(Buffer.concat(pieces)).buffer);
    await vi.waitFor(() => expect(errors.map(String)).toEqual(["Error: no"]));
});
