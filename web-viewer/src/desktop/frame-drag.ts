import type { Bounds, Edge, SizeLimits } from "./geometry.js";
import { resize } from "./geometry.js";

/** What a drag of a frame needs to know and tells. */
export interface DragSubject {
    readonly start: Bounds;
    readonly limits: SizeLimits;
    readonly cssPerUnit: number;
    /** Shown at once. */
    preview(bounds: Bounds): void;
    /** Asked of the program: at most once per animation frame, and at the end. */
    request(bounds: Bounds): void;
    finished(): void;
}

/** Distance below which a press on a title bar is a click, in CSS pixels. */
const CLICK_PX = 3;

/** Follows one pointer from its press on a frame to its release: moves the window, or resizes it by an edge. */
export function dragFrame(event: PointerEvent, edge: Edge | null, subject: DragSubject): void {
    const element = event.currentTarget as HTMLElement;
    const { clientX, clientY, pointerId } = event;
    let last: Bounds | null = null;
    let requested = false;

    const move = (moved: PointerEvent): void => {
        const cssX = moved.clientX - clientX;
        const cssY = moved.clientY - clientY;
        if (moved.pointerId !== pointerId || (last === null && Math.hypot(cssX, cssY) < CLICK_PX)) {
            return;
        }
        const dx = cssX / subject.cssPerUnit;
        const dy = cssY / subject.cssPerUnit;
        last = edge === null ? moveBy(subject.start, dx, dy) : resize(subject.start, edge, dx, dy, subject.limits);
        subject.preview(last);
        if (!requested) {
            requested = true;
            requestAnimationFrame(() => {
                requested = false;
                if (last !== null) {
                    subject.request(last);
                }
            });
        }
    };
    const end = (ended: PointerEvent): void => {
        if (ended.pointerId !== pointerId) {
            return;
        }
        element.removeEventListener("pointermove", move);
        element.removeEventListener("pointerup", end);
        element.removeEventListener("pointercancel", end);
        if (last !== null) {
            subject.request(last);
        }
        last = null;
        subject.finished();
    };
    element.setPointerCapture(pointerId);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", end);
    element.addEventListener("pointercancel", end);
}

function moveBy(start: Bounds, dx: number, dy: number): Bounds {
    return {
        x: Math.round(start.x + dx),
        y: Math.max(Math.round(start.y + dy), 0),
        width: start.width,
        height: start.height,
    };
}
