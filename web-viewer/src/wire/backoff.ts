const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 10_000;
/** A connection that lived this long was a good one: the next failure starts from the first delay. */
const GOOD_CONNECTION_MS = 5_000;

/** How long to wait before the next attempt to connect: doubling, with a random part so that viewers spread out. */
export class Backoff {
    private failures = 0;

    constructor(private readonly random: () => number = Math.random) {}

    /** @param livedMs how long the connection that just ended was open; 0 if it never was */
    nextDelayMs(livedMs: number): number {
        if (livedMs >= GOOD_CONNECTION_MS) {
            this.failures = 0;
        }
        const full = Math.min(FIRST_DELAY_MS * 2 ** this.failures, LONGEST_DELAY_MS);
        this.failures = Math.min(this.failures + 1, 10);
        return Math.round(full * (0.75 + 0.25 * this.random()));
    }

    reset(): void {
        this.failures = 0;
    }
}
