import type { ToScreen } from "../gen/cc/protocol/display_pb.js";
import { GoodbyeReason } from "../gen/cc/protocol/display_pb.js";
import { Inflater } from "./inflater.js";
import { MessageSplitter, ProtocolError } from "./message-splitter.js";
import { decodeToScreen, encodeFromScreen } from "./messages.js";
import type { Said } from "./messages.js";
import type { Traffic } from "./traffic.js";

/** Close codes are this and a GoodbyeReason. */
export const FIRST_CLOSE_CODE = 4000;
const CLOSE_BAD_MESSAGE = FIRST_CLOSE_CODE + GoodbyeReason.BAD_MESSAGE;
/** A reason text of a close frame has at most 123 bytes. */
const CLOSE_REASON_CHARACTERS = 100;

export interface ConnectionListener {
    onOpen(): void;
    /** @throws ProtocolError to end the connection with that reason */
    onMessage(message: ToScreen): void;
    /** Called exactly once. `fault` is set when this side ended it because of what it was sent. */
    onEnd(end: ConnectionEnd): void;
}

export interface ConnectionEnd {
    code: number;
    reason: string;
    fault: string | null;
    livedMs: number;
}

/** One WebSocket to a screen proxy: inflates and cuts what comes, encodes what goes. */
export class Connection {
    private readonly socket: WebSocket;
    private readonly inflater: Inflater;
    private openedAt = 0;
    private ended = false;

    constructor(
        url: string,
        private readonly traffic: Traffic,
        private readonly listener: ConnectionListener,
    ) {
        const splitter = new MessageSplitter((bytes) => this.receive(bytes));
        this.inflater = new Inflater(
            (bytes) => splitter.push(bytes),
            (cause) => this.fail(cause),
        );
        this.socket = new WebSocket(url);
        this.socket.binaryType = "arraybuffer";
        this.socket.onopen = () => this.opened();
        this.socket.onmessage = (event) => this.inflate(event.data);
        this.socket.onclose = (event) => this.inflater.whenDrained(() => this.end(event.code, event.reason, null));
    }

    get isOpen(): boolean {
        return !this.ended && this.socket.readyState === WebSocket.OPEN;
    }

    send(said: Said): void {
        if (this.isOpen) {
            const bytes = encodeFromScreen(said);
            this.traffic.bytesUp += bytes.length;
            this.traffic.messagesUp++;
            this.socket.send(bytes);
        }
    }

    close(): void {
        this.socket.close(1000);
        this.end(1000, "", null);
    }

    private opened(): void {
        this.openedAt = performance.now();
        this.traffic.connections++;
        this.listener.onOpen();
    }

    private inflate(data: unknown): void {
        if (this.ended) {
            return;
        }
        if (data instanceof ArrayBuffer) {
            this.traffic.bytesDown += data.byteLength;
            this.inflater.push(data);
        } else {
            this.fail(new ProtocolError("a text message on a binary connection"));
        }
    }

    private receive(bytes: Uint8Array): void {
        if (!this.ended) {
            this.traffic.messagesDown++;
            this.listener.onMessage(decodeToScreen(bytes));
        }
    }

    private fail(cause: unknown): void {
        const text = cause instanceof ProtocolError ? cause.message : `a broken stream: ${String(cause)}`;
        if (!(cause instanceof ProtocolError)) {
            console.error("viewer:", cause);
        }
        this.socket.close(CLOSE_BAD_MESSAGE, text.slice(0, CLOSE_REASON_CHARACTERS).replace(/[^\x20-\x7e]/g, "?"));
        this.end(CLOSE_BAD_MESSAGE, "", text);
    }

    private end(code: number, reason: string, fault: string | null): void {
        if (this.ended) {
            return;
        }
        this.ended = true;
        this.inflater.close();
        const livedMs = this.openedAt === 0 ? 0 : performance.now() - this.openedAt;
        this.listener.onEnd({ code, reason, fault, livedMs });
    }
}
