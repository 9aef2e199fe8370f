/** A notch of a wheel, in the unit of WheelInput. */
const NOTCH = 120;
const PIXELS_PER_NOTCH = 100;
const LINES_PER_NOTCH = 3;
const NOTCHES_PER_PAGE = 10;
const ROUNDING = 1e-6;

/** What a wheel event says; `wheelDelta*` are the older names, exact where there are notches. */
export interface WheelFacts {
    deltaX: number;
    deltaY: number;
    /** 0 pixels, 1 lines, 2 pages. */
    deltaMode: number;
    wheelDeltaX?: number;
    wheelDeltaY?: number;
}

/** Turns wheel events into 120ths of notches; what is less than one of these waits for the next event. */
export class WheelScale {
    private restX = 0;
    private restY = 0;

    add(event: WheelFacts): void {
        this.restX += notches(event.deltaX, event.wheelDeltaX, event.deltaMode);
        this.restY += notches(event.deltaY, event.wheelDeltaY, event.deltaMode);
    }

    /** The whole 120ths so far; null if there are none. */
    take(): { deltaX: number; deltaY: number } | null {
        const deltaX = whole(this.restX);
        const deltaY = whole(this.restY);
        this.restX -= deltaX;
        this.restY -= deltaY;
        return deltaX === 0 && deltaY === 0 ? null : { deltaX, deltaY };
    }
}

/** The whole part; sums of fractions that should be whole count as it. */
function whole(value: number): number {
    return Math.trunc(value + Math.sign(value) * ROUNDING);
}

function notches(delta: number, wheelDelta: number | undefined, mode: number): number {
    if (delta === 0) {
        return 0;
    }
    switch (mode) {
        case 1:
            return (delta / LINES_PER_NOTCH) * NOTCH;
        case 2:
            return delta * NOTCHES_PER_PAGE * NOTCH;
        default:
            if (wheelDelta !== undefined && wheelDelta !== 0 && wheelDelta % NOTCH === 0) {
                return Math.sign(delta) * Math.abs(wheelDelta);
            }
            return (delta / PIXELS_PER_NOTCH) * NOTCH;
    }
}
