import type { Desktop } from "../desktop/desktop.js";
import type { Host } from "../desktop/host.js";
import type { WindowView } from "../desktop/window-view.js";
import { windowIdAt } from "../desktop/window-view.js";
import type { Said } from "../wire/messages.js";
import { modifierBits } from "./modifiers.js";
import { TouchGestures } from "./touch-gestures.js";
import { WheelScale } from "./wheel.js";

const LEFT = 1;
const RIGHT = 4;
/** Scrolling by touch: 120ths of a notch per CSS pixel, so that text follows the fingers about. */
const TOUCH_NOTCHES_PER_PX = 2.5;
/** PointerInput.time_ms has 32 bits. */
const TIME_MODULUS_MS = 2 ** 32;

export interface PointerListener {
    send(said: Said): void;
    /** A press in a program's window: before the press is told. */
    pressed(view: WindowView | undefined, touch: boolean): void;
    /** Modifier bits of an event as the program is to see them. */
    modifiers(bits: number): number;
    /** Whether this viewer may act. */
    isEnabled(): boolean;
}

interface Spot {
    window: number;
    x: number;
    y: number;
}

/** Turns a browser window's pointer, wheel and touch events into the program's. */
export class PointerInput {
    private buttons = 0;
    /** The window that was pressed: until all buttons are up, the pointer is told in its coordinates. */
    private grabbed: WindowView | null = null;
    private moveSent = false;
    private pendingMove: { spot: Spot; modifiers: number } | null = null;
    private last: Spot = { window: 0, x: -1, y: -1 };
    /** When the last event happened, by the browser window's clock. */
    private happenedMs = 0;
    private readonly wheel = new WheelScale();
    private wheelPending: { spot: Spot; modifiers: number } | null = null;
    private readonly touches: TouchGestures;

    constructor(
        private readonly host: Host,
        private readonly desktop: Desktop,
        private readonly listener: PointerListener,
    ) {
        const { layer } = host;
        layer.addEventListener("pointerdown", (event) => this.down(event));
        layer.addEventListener("pointermove", (event) => this.move(event));
        layer.addEventListener("pointerup", (event) => this.up(event));
        layer.addEventListener("pointercancel", (event) => this.cancel(event));
        layer.addEventListener("pointerleave", (event) => this.leave(event));
        layer.addEventListener("wheel", (event) => this.scrolled(event), { passive: false });
        layer.addEventListener("contextmenu", (event) => event.preventDefault());
        this.touches = new TouchGestures({
            move: (at) => this.touchMove(at.x, at.y),
            press: (at, button) => this.touchPress(at.x, at.y, button === "left" ? LEFT : RIGHT),
            release: (at) => this.touchPress(at.x, at.y, 0),
            scroll: (at, dx, dy) => this.touchScroll(at.x, at.y, dx, dy),
        });
    }

    get holdsButtons(): boolean {
        return this.buttons !== 0;
    }

    /** Sends a move that waits, so that what follows happens where the pointer is. */
    flush(): void {
        const pending = this.pendingMove;
        this.pendingMove = null;
        if (pending !== null) {
            this.sendPointer(pending.spot, pending.modifiers);
        }
    }

    /** The program was told to release everything. */
    forget(): void {
        this.buttons = 0;
        this.grabbed = null;
    }

    private down(event: PointerEvent): void {
        this.happenedMs = event.timeStamp;
        if (!this.listener.isEnabled()) {
            return;
        }
        const id = windowIdAt(event.target);
        const view = this.desktop.views.get(id);
        const onFrame = id === 0 && event.target !== this.host.layer;
        if (onFrame) {
            this.clickOutside(event);
            return;
        }
        event.preventDefault();
        if (event.pointerType === "touch") {
            (event.target as Element).setPointerCapture(event.pointerId);
            this.touches.down(event.pointerId, at(event));
            return;
        }
        this.capture(event, view);
        this.listener.pressed(view, false);
        this.changeButtons(event);
    }

    private move(event: PointerEvent): void {
        this.happenedMs = event.timeStamp;
        if (!this.listener.isEnabled()) {
            return;
        }
        if (event.pointerType === "touch") {
            this.touches.move(event.pointerId, at(event));
            return;
        }
        if (programButtons(event.buttons) !== this.buttons && this.grabbed !== null) {
            this.changeButtons(event);
            return;
        }
        const spot = this.spotOf(event);
        if (this.moveSent) {
            this.pendingMove = { spot, modifiers: modifierBits(event) };
            return;
        }
        this.sendPointer(spot, modifierBits(event));
        this.throttle();
    }

    private up(event: PointerEvent): void {
        this.happenedMs = event.timeStamp;
        if (event.pointerType === "touch") {
            this.touches.up(event.pointerId, at(event), event.timeStamp);
        } else if (this.buttons !== 0) {
            this.changeButtons(event);
        }
    }

    private cancel(event: PointerEvent): void {
        if (event.pointerType === "touch") {
            this.touches.cancel(event.pointerId);
        } else if (this.buttons !== 0) {
            this.buttons = 0;
            this.sendPointer(this.last, modifierBits(event));
            this.grabbed = null;
        }
    }

    private leave(event: PointerEvent): void {
        if (event.pointerType !== "touch" && this.buttons === 0 && this.listener.isEnabled()) {
            this.pendingMove = null;
            this.sendPointer({ window: 0, x: -1, y: -1 }, modifierBits(event));
        }
    }

    private capture(event: PointerEvent, view: WindowView | undefined): void {
        const element = view?.content ?? this.host.layer;
        element.setPointerCapture(event.pointerId);
        this.grabbed = view ?? null;
    }

    private changeButtons(event: PointerEvent): void {
        this.flush();
        const spot = this.spotOf(event);
        this.buttons = programButtons(event.buttons);
        this.sendPointer(spot, modifierBits(event));
        if (this.buttons === 0) {
            this.grabbed = null;
        }
    }

    /** A press on a frame or beside all windows closes the program's open menus. */
    private clickOutside(event: PointerEvent): void {
        const modifiers = modifierBits(event);
        this.flush();
        this.buttons = LEFT;
        this.sendPointer({ window: 0, x: -1, y: -1 }, modifiers);
        this.buttons = 0;
        this.sendPointer({ window: 0, x: -1, y: -1 }, modifiers);
    }

    private throttle(): void {
        this.moveSent = true;
        this.host.window.requestAnimationFrame(() => {
            this.moveSent = false;
            if (this.pendingMove !== null) {
                this.flush();
                this.throttle();
            }
            this.flushWheel();
        });
    }

    private scrolled(event: WheelEvent): void {
        event.preventDefault();
        if (!this.listener.isEnabled()) {
            return;
        }
        const old = event as WheelEvent & { wheelDeltaX?: number; wheelDeltaY?: number };
        this.wheel.add(old);
        this.wheelPending = { spot: this.spotOf(event), modifiers: modifierBits(event) };
        if (!this.moveSent) {
            this.flushWheel();
            this.throttle();
        }
    }

    private flushWheel(): void {
        const pending = this.wheelPending;
        const delta = pending === null ? null : this.wheel.take();
        this.wheelPending = null;
        if (pending !== null && delta !== null) {
            this.flush();
            const modifiers = this.listener.modifiers(pending.modifiers);
            this.listener.send({ case: "wheel", value: { ...pending.spot, ...delta, modifiers } });
        }
    }

    private touchMove(x: number, y: number): void {
        this.sendPointer(this.spotAt(x, y), 0);
    }

    private touchPress(x: number, y: number, buttons: number): void {
        const spot = this.spotAt(x, y);
        const view = this.desktop.views.get(spot.window);
        if (buttons !== 0) {
            this.grabbed = view ?? null;
            this.listener.pressed(view, true);
        }
        this.buttons = buttons;
        this.sendPointer(spot, 0);
        if (buttons === 0) {
            this.grabbed = null;
        }
    }

    private touchScroll(x: number, y: number, dx: number, dy: number): void {
        const perPixel = TOUCH_NOTCHES_PER_PX / 1.2;
        this.wheel.add({ deltaX: -dx * perPixel, deltaY: -dy * perPixel, deltaMode: 0 });
        this.wheelPending = { spot: this.spotAt(x, y), modifiers: 0 };
        if (!this.moveSent) {
            this.flushWheel();
            this.throttle();
        }
    }

    private spotOf(event: MouseEvent): Spot {
        const hit = this.grabbed ?? this.desktop.views.get(windowIdAt(event.target));
        return this.spotIn(hit, event.clientX, event.clientY);
    }

    private spotAt(x: number, y: number): Spot {
        const element = this.host.layer.ownerDocument.elementFromPoint(x, y);
        return this.spotIn(this.grabbed ?? this.desktop.views.get(windowIdAt(element)), x, y);
    }

    private spotIn(view: WindowView | undefined, clientX: number, clientY: number): Spot {
        if (view !== undefined) {
            return { window: view.state.window, ...this.desktop.toWindow(view, clientX, clientY) };
        }
        const { cssPerUnit, origin } = this.host.placement();
        return {
            window: 0,
            x: Math.floor((clientX - origin.x) / cssPerUnit),
            y: Math.floor((clientY - origin.y) / cssPerUnit),
        };
    }

    private sendPointer(spot: Spot, bits: number): void {
        this.last = spot;
        const modifiers = this.listener.modifiers(bits);
        // Browser windows' own clocks begin when they are opened.
        const timeMs = Math.round(this.host.window.performance.timeOrigin + this.happenedMs) % TIME_MODULUS_MS;
        this.listener.send({ case: "pointer", value: { ...spot, buttons: this.buttons, modifiers, timeMs } });
    }
}

function at(event: PointerEvent): { x: number; y: number } {
    return { x: event.clientX, y: event.clientY };
}

/** MouseEvent.buttons (left, right, middle, back, forward) in PointerInput's order (left, middle, right, ...). */
export function programButtons(buttons: number): number {
    return (buttons & ~6) | ((buttons & 2) << 1) | ((buttons & 4) >> 1);
}
