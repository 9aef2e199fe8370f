import type { Point } from "../desktop/geometry.js";

/** A finger that moved less than this did not move. */
const SLOP_PX = 10;
const LONG_PRESS_MS = 500;
/** A tap this soon and this near after another is meant for the same spot. */
const DOUBLE_TAP_MS = 450;
const DOUBLE_TAP_PX = 28;

/** What touches are for the program. Points are in client coordinates. */
export interface GestureTarget {
    move(at: Point): void;
    press(at: Point, button: "left" | "right"): void;
    release(at: Point): void;
    /** Two fingers moved by so many CSS pixels. */
    scroll(at: Point, dx: number, dy: number): void;
}

export type Timer = (callback: () => void, delayMs: number) => () => void;

const browserTimer: Timer = (callback, delayMs) => {
    const id = setTimeout(callback, delayMs);
    return () => clearTimeout(id);
};

/** One finger taps and drags with the left button, a long press is the right button, two fingers scroll. */
export class TouchGestures {
    private readonly fingers = new Map<number, Point>();
    private state: "idle" | "pending" | "dragging" | "scrolling" | "done" = "idle";
    private start: Point = { x: 0, y: 0 };
    private lastTap: { at: Point; timeMs: number } | null = null;
    private cancelTimer: () => void = () => undefined;

    constructor(
        private readonly target: GestureTarget,
        private readonly timer: Timer = browserTimer,
    ) {}

    down(id: number, at: Point): void {
        this.fingers.set(id, at);
        if (this.fingers.size === 1) {
            this.state = "pending";
            this.start = at;
            this.target.move(at);
            this.cancelTimer = this.timer(() => this.longPress(), LONG_PRESS_MS);
        } else if (this.fingers.size === 2 && (this.state === "pending" || this.state === "dragging")) {
            this.cancelTimer();
            if (this.state === "dragging") {
                this.target.release(this.start);
            }
            this.state = "scrolling";
        }
    }

    move(id: number, to: Point): void {
        const from = this.fingers.get(id);
        if (from === undefined) {
            return;
        }
        this.fingers.set(id, to);
        if (this.state === "pending" && distance(this.start, to) > SLOP_PX) {
            this.cancelTimer();
            this.state = "dragging";
            this.target.press(this.start, "left");
        }
        if (this.state === "dragging") {
            this.target.move(to);
        } else if (this.state === "scrolling") {
            const share = this.fingers.size;
            this.target.scroll(this.start, (to.x - from.x) / share, (to.y - from.y) / share);
        }
    }

    up(id: number, at: Point, timeMs: number): void {
        if (!this.fingers.delete(id)) {
            return;
        }
        if (this.state === "pending") {
            this.tap(at, timeMs);
        } else if (this.state === "dragging") {
            this.target.release(at);
        }
        this.cancelTimer();
        this.state = this.fingers.size === 0 ? "idle" : "done";
    }

    /** The browser took the touch away. */
    cancel(id: number): void {
        this.cancelTimer();
        if (this.fingers.delete(id) && this.state === "dragging") {
            this.target.release(this.start);
        }
        this.state = this.fingers.size === 0 ? "idle" : "done";
    }

    private tap(at: Point, timeMs: number): void {
        const last = this.lastTap;
        const again =
            last !== null && timeMs - last.timeMs < DOUBLE_TAP_MS && distance(last.at, at) < DOUBLE_TAP_PX;
        const spot = again ? last.at : this.start;
        this.target.move(spot);
        this.target.press(spot, "left");
        this.target.release(spot);
        this.lastTap = { at: spot, timeMs };
    }

    private longPress(): void {
        this.state = "done";
        this.target.press(this.start, "right");
        this.target.release(this.start);
    }
}

function distance(a: Point, b: Point): number {
    return Math.hypot(a.x - b.x, a.y - b.y);
}
