import type { Traffic } from "./wire/traffic.js";

const SECOND_MS = 1_000;

/** What the statistics panel and tests ask for. */
export interface Stats {
    bytesDown: number;
    bytesUp: number;
    messagesDown: number;
    messagesUp: number;
    connections: number;
    /** Frames applied since the page was opened. */
    frames: number;
    /** Number of the newest applied frame. */
    sequence: number;
    presented: number;
    /** Surfaces whose checksum was sent and compared, and how many did not match. */
    verified: number;
    mismatches: number;
    framesPerSecond: number;
    bytesDownPerSecond: number;
    roundTripMs: number | null;
}

/** Counts what happens in a session. */
export class Statistics {
    frames = 0;
    sequence = 0;
    verified = 0;
    mismatches = 0;
    roundTripMs: number | null = null;
    /** Moments of the last second's frames and the bytes until then. */
    private recent: { atMs: number; bytesDown: number }[] = [];
    private pings = new Map<number, number>();
    private nextPing = 1;

    constructor(private readonly traffic: Traffic) {}

    frameApplied(sequence: number): void {
        this.frames++;
        this.sequence = sequence;
        const atMs = performance.now();
        this.recent.push({ atMs, bytesDown: this.traffic.bytesDown });
        this.forgetBefore(atMs - SECOND_MS);
    }

    /** The number that a new ping carries. */
    pinged(): number {
        const id = this.nextPing++;
        this.pings.clear();
        this.pings.set(id, performance.now());
        return id;
    }

    ponged(id: number): void {
        const sentAtMs = this.pings.get(id);
        if (sentAtMs !== undefined) {
            this.roundTripMs = performance.now() - sentAtMs;
            this.pings.delete(id);
        }
    }

    snapshot(presented: number): Stats {
        this.forgetBefore(performance.now() - SECOND_MS);
        const { bytesDown, bytesUp, messagesDown, messagesUp, connections } = this.traffic;
        return {
            bytesDown,
            bytesUp,
            messagesDown,
            messagesUp,
            connections,
            frames: this.frames,
            sequence: this.sequence,
            presented,
            verified: this.verified,
            mismatches: this.mismatches,
            framesPerSecond: this.recent.length,
            bytesDownPerSecond: this.recent.length === 0 ? 0 : bytesDown - this.recent[0].bytesDown,
            roundTripMs: this.roundTripMs,
        };
    }

    private forgetBefore(atMs: number): void {
        while (this.recent.length > 0 && this.recent[0].atMs < atMs) {
            this.recent.shift();
        }
    }
}
