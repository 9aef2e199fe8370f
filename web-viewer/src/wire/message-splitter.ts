/** Longest message a viewer takes: a full frame of pixels on a very large screen, with room. */
export const MAX_MESSAGE_BYTES = 256 * 1024 * 1024;

/** The other side sent what the protocol does not allow; the text says what, for people. */
export class ProtocolError extends Error {
    override readonly name = "ProtocolError";
}

/**
 * Cuts the inflated byte stream into messages, each preceded by its length as a varint. Bytes may come in pieces of
 * any size; a message that lies within one piece is handed over as a view, without a copy.
 */
export class MessageSplitter {
    private header = 0;
    private headerBits = 0;
    private body: Uint8Array | null = null;
    private filled = 0;

    constructor(private readonly onMessage: (message: Uint8Array) => void) {}

    /** @throws ProtocolError if a length is malformed or above {@link MAX_MESSAGE_BYTES} */
    push(piece: Uint8Array): void {
        let position = 0;
        while (position < piece.length) {
            position = this.body === null ? this.readHeader(piece, position) : this.continueBody(piece, position);
        }
    }

    private readHeader(piece: Uint8Array, start: number): number {
        let position = start;
        while (position < piece.length) {
            const byte = piece[position++];
            this.header += (byte & 0x7f) * 2 ** this.headerBits;
            this.headerBits += 7;
            if (byte < 0x80) {
                return this.beginBody(piece, position);
            }
            if (this.headerBits >= 35) {
                throw new ProtocolError("a message's length has more than five bytes");
            }
        }
        return position;
    }

    private beginBody(piece: Uint8Array, position: number): number {
        const length = this.header;
        this.header = 0;
        this.headerBits = 0;
        if (length > MAX_MESSAGE_BYTES) {
            throw new ProtocolError(`a message of ${length} bytes is longer than ${MAX_MESSAGE_BYTES}`);
        }
        if (position + length <= piece.length) {
            this.onMessage(piece.subarray(position, position + length));
            return position + length;
        }
        this.body = new Uint8Array(length);
        this.filled = 0;
        return position;
    }

    private continueBody(piece: Uint8Array, position: number): number {
        const body = this.body!;
        const take = Math.min(body.length - this.filled, piece.length - position);
        body.set(piece.subarray(position, position + take), this.filled);
        this.filled += take;
        if (this.filled === body.length) {
            this.body = null;
            this.onMessage(body);
        }
        return position + take;
    }
}
