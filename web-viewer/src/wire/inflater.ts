/**
 * One connection's raw deflate stream. The browser's own decompressor hands out everything up to each sync flush, so
 * output follows input without waiting for more.
 */
export class Inflater {
    private readonly writer: WritableStreamDefaultWriter<BufferSource>;
    private closed = false;
    private lastWrite: Promise<void> = Promise.resolve();

    /**
     * @param onBytes takes inflated pieces in order
     * @param onError is called at most once: when the stream is not deflate, or when `onBytes` threw
     */
    constructor(
        private readonly onBytes: (bytes: Uint8Array) => void,
        private readonly onError: (cause: unknown) => void,
    ) {
        const stream = new DecompressionStream("deflate-raw");
        this.writer = stream.writable.getWriter();
        this.writer.closed.catch(() => {
            // The failed write or read reports it.
        });
        void this.pump(stream.readable.getReader());
    }

    push(bytes: ArrayBuffer): void {
        if (!this.closed) {
            this.lastWrite = this.writer.write(new Uint8Array(bytes)).catch((cause: unknown) => this.fail(cause));
        }
    }

    /** Calls back when everything pushed so far has been handed out. */
    whenDrained(callback: () => void): void {
        void this.lastWrite.then(() => setTimeout(callback, 0));
    }

    close(): void {
        this.closed = true;
        this.writer.abort().catch(() => {
            // Already broken: nothing is left to release.
        });
    }

    private async pump(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
        try {
            for (;;) {
                const { done, value } = await reader.read();
                if (done || this.closed) {
                    return;
                }
                this.onBytes(value);
            }
        } catch (cause) {
            this.fail(cause);
        }
    }

    private fail(cause: unknown): void {
        if (!this.closed) {
            this.close();
            this.onError(cause);
        }
    }
}
