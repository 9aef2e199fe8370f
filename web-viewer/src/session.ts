import type { Goodbye, ToScreen } from "./gen/cc/protocol/display_pb.js";
import { GoodbyeReason } from "./gen/cc/protocol/display_pb.js";
import { Backoff } from "./wire/backoff.js";
import type { ConnectionEnd } from "./wire/connection.js";
import { Connection, FIRST_CLOSE_CODE } from "./wire/connection.js";
import type { Said } from "./wire/messages.js";
import { Traffic } from "./wire/traffic.js";

/** How a session stands, for people. */
export type Status =
    | { kind: "connecting" }
    | { kind: "connected" }
    /** Tries again at a moment (performance.now()). */
    | { kind: "waiting"; reason: string; retryAtMs: number }
    /** Does not try again by itself. */
    | { kind: "ended"; title: string; reason: string };

export interface SessionListener {
    /** A connection was opened: everything of the last one is void. */
    onOpen(): void;
    onMessage(message: ToScreen): void;
    onStatus(status: Status): void;
}

/** Malformed streams in a row after which trying again is no use. */
const MAX_FAULTS = 5;

const PROGRAM_ENDED = "The program has ended";

/** Keeps a connection to the screen proxy: connects again with growing delays until it is told that it is over. */
export class Session {
    readonly traffic = new Traffic();
    status: Status = { kind: "connecting" };
    private readonly backoff = new Backoff();
    private connection: Connection | null = null;
    private goodbye: Goodbye | null = null;
    private timer = 0;
    private faults = 0;
    private attempts = 0;

    /** @param page the page's address, which is asked why the socket was refused */
    constructor(
        private readonly url: string,
        private readonly page: string,
        private readonly listener: SessionListener,
    ) {}

    get isOpen(): boolean {
        return this.connection?.isOpen ?? false;
    }

    connect(): void {
        clearTimeout(this.timer);
        this.attempts++;
        const last = this.connection;
        this.connection = null;
        last?.close();
        this.goodbye = null;
        this.setStatus({ kind: "connecting" });
        const connection = new Connection(this.url, this.traffic, {
            onOpen: () => {
                this.listener.onOpen();
                this.setStatus({ kind: "connected" });
            },
            onMessage: (message) => this.receive(message),
            onEnd: (end) => {
                if (this.connection === connection) {
                    void this.ended(end);
                }
            },
        });
        this.connection = connection;
    }

    /** The network may be there again: does not wait for the next attempt. */
    retryNow(): void {
        if (this.status.kind === "waiting") {
            this.connect();
        }
    }

    send(said: Said): void {
        this.connection?.send(said);
    }

    private receive(message: ToScreen): void {
        if (message.message.case === "goodbye") {
            this.goodbye = message.message.value;
        } else {
            this.listener.onMessage(message);
        }
    }

    private async ended(end: ConnectionEnd): Promise<void> {
        this.connection = null;
        this.faults = end.fault === null ? 0 : this.faults + 1;
        const attempt = ++this.attempts;
        const farewell = this.goodbye ?? farewellOf(end) ?? (end.livedMs === 0 ? await this.refusal() : null);
        if (attempt !== this.attempts) {
            return;
        }
        const final = finalWord(farewell, end, this.faults);
        if (final !== null) {
            this.setStatus({ kind: "ended", ...final });
            return;
        }
        const delayMs = this.backoff.nextDelayMs(end.livedMs);
        this.timer = window.setTimeout(() => this.connect(), delayMs);
        this.setStatus({
            kind: "waiting",
            reason: passingReason(farewell, end),
            retryAtMs: performance.now() + delayMs,
        });
    }

    /** A WebSocket does not say why it was refused: the page beside it does. */
    private async refusal(): Promise<Farewell | null> {
        try {
            const { status } = await fetch(this.page, { method: "HEAD", cache: "no-store" });
            switch (status) {
                case 401:
                case 403:
                    return { reason: GoodbyeReason.NOT_ALLOWED, text: "" };
                case 404:
                    return { reason: GoodbyeReason.PROGRAM_ENDED, text: "There is no program of this name any more." };
                default:
                    return null;
            }
        } catch {
            return null;
        }
    }

    private setStatus(status: Status): void {
        this.status = status;
        this.listener.onStatus(status);
    }
}

/** The screen proxy's last words, from its message or from the close code. */
type Farewell = Pick<Goodbye, "reason" | "text">;

function farewellOf({ code, reason, fault }: ConnectionEnd): Farewell | null {
    const known = code - FIRST_CLOSE_CODE;
    return fault === null && known > 0 && known in GoodbyeReason ? { reason: known, text: reason } : null;
}

/** Why it is no use to connect again; null if it is. */
function finalWord(
    farewell: Farewell | null,
    end: ConnectionEnd,
    faults: number,
): { title: string; reason: string } | null {
    switch (farewell?.reason) {
        case GoodbyeReason.PROGRAM_ENDED:
            return { title: PROGRAM_ENDED, reason: notRepeated(farewell.text) || "There is nothing more to show." };
        case GoodbyeReason.NOT_ALLOWED:
            return { title: "Not allowed", reason: farewell.text || "Ask for a new address to view this program." };
        case GoodbyeReason.VERSION:
            return { title: "This page is out of date", reason: farewell.text || "Load it again to use the new one." };
        default:
    }
    if (faults >= MAX_FAULTS) {
        return { title: "Something is wrong", reason: `The screen proxy sent ${end.fault ?? "bad data"}.` };
    }
    return null;
}

/** Whatever is more than the title above it says. */
function notRepeated(text: string): string {
    return text === `${PROGRAM_ENDED}.` ? "" : text;
}

/** Why the connection ended, where trying again may help. */
function passingReason(farewell: Farewell | null, end: ConnectionEnd): string {
    if (farewell !== null) {
        return farewell.text || farewellText(farewell.reason);
    }
    if (end.fault !== null) {
        return `This page was sent something that it does not understand (${end.fault}).`;
    }
    if (!navigator.onLine) {
        return "This device is offline.";
    }
    return end.livedMs === 0 ? "The screen proxy cannot be reached." : "The connection was lost.";
}

function farewellText(reason: GoodbyeReason): string {
    switch (reason) {
        case GoodbyeReason.SERVER_STOPPING:
            return "The screen proxy is stopping.";
        case GoodbyeReason.TOO_SLOW:
            return "This connection was too slow to follow the program.";
        case GoodbyeReason.BAD_MESSAGE:
            return "The screen proxy did not understand this page.";
        default:
            return "The screen proxy ended the connection.";
    }
}
