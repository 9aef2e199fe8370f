import type { WindowState } from "../gen/cc/protocol/display_pb.js";
import { WindowKind, WindowMode } from "../gen/cc/protocol/display_pb.js";
import type { Surface } from "../raster/surface.js";
import { element } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import type { Bounds, Placement } from "./geometry.js";
import { snap } from "./geometry.js";
import { SurfaceCanvas } from "./surface-canvas.js";
import type { FrameActions } from "./window-frame.js";
import { WindowFrame } from "./window-frame.js";

const WINDOW_ATTRIBUTE = "data-window";

/** One program window in the page: its pixels, and a frame where the program wants one. */
export class WindowView {
    readonly element = element("section", "window");
    readonly content = element("div", "content");
    readonly canvas = new SurfaceCanvas();
    /** Bounds while the person drags the frame and the program has not answered yet. */
    private draggedTo: Bounds | null = null;
    private readonly frame: WindowFrame;
    private framed = false;
    private readonly pointer = element("div", "other-pointer");
    private pointerAt: { x: number; y: number } | null = null;
    private placed: { placement: Placement; devicePixelRatio: number } | null = null;

    constructor(
        public state: WindowState,
        actions: FrameActions,
    ) {
        this.frame = new WindowFrame(actions);
        this.element.setAttribute("role", "group");
        this.content.setAttribute(WINDOW_ATTRIBUTE, String(state.window));
        this.content.append(this.canvas.element);
        this.pointer.setAttribute("aria-hidden", "true");
        this.pointer.append(icon("pointer"));
        this.element.append(this.content);
    }

    get isPopup(): boolean {
        return this.state.kind === WindowKind.POPUP;
    }

    get isShown(): boolean {
        return this.state.visible && this.state.mode !== WindowMode.ICONIFIED;
    }

    /** Where the content is, in the program's units; while a frame is dragged, where the person has it. */
    get bounds(): Bounds {
        return this.draggedTo ?? this.state;
    }

    /** @param framed whether this viewer draws a frame around the window */
    update(state: WindowState, framed: boolean): void {
        this.state = state;
        this.setFramed(framed);
        if (framed) {
            this.frame.update(state);
        }
        const classes = this.element.classList;
        classes.toggle("active", state.focused);
        classes.toggle("blocked", state.blocked);
        classes.toggle("popup", this.isPopup);
        classes.toggle("maximized", state.mode === WindowMode.MAXIMIZED);
        classes.toggle("translucent", state.translucent || state.shape.length > 0);
        this.element.setAttribute("aria-label", state.title || "Window");
        this.element.hidden = !this.isShown;
        this.element.style.opacity = state.opacity === 0 || state.opacity === 255 ? "" : String(state.opacity / 255);
    }

    /** Follows the pointer until the program's own bounds arrive. */
    drag(bounds: Bounds | null): void {
        this.draggedTo = bounds;
        if (this.placed !== null) {
            this.place(this.placed.placement, this.placed.devicePixelRatio);
        }
    }

    place(placement: Placement, devicePixelRatio: number): void {
        this.placed = { placement, devicePixelRatio };
        const { cssPerUnit, origin } = placement;
        const { x, y, width, height } = this.bounds;
        const style = this.element.style;
        style.left = `${snap(origin.x + x * cssPerUnit, devicePixelRatio)}px`;
        style.top = `${snap(origin.y + y * cssPerUnit, devicePixelRatio)}px`;
        style.width = `${snap(width * cssPerUnit, devicePixelRatio)}px`;
        style.height = `${snap(height * cssPerUnit, devicePixelRatio)}px`;
        this.sizeCanvas(cssPerUnit, devicePixelRatio);
        this.clipShape(cssPerUnit);
        if (this.pointerAt !== null) {
            this.placePointer(this.pointerAt);
        }
    }

    /** Marks where somebody else points, in the window's units; null: not here. */
    showPointer(at: { x: number; y: number } | null): void {
        this.pointerAt = at;
        if (at === null) {
            this.pointer.remove();
        } else {
            this.content.append(this.pointer);
            this.placePointer(at);
        }
    }

    show(surface: Surface): void {
        const { width, height } = this.canvas.element;
        this.canvas.show(surface);
        if (this.placed !== null && (width !== surface.width || height !== surface.height)) {
            this.sizeCanvas(this.placed.placement.cssPerUnit, this.placed.devicePixelRatio);
        }
    }

    private placePointer({ x, y }: { x: number; y: number }): void {
        const cssPerUnit = this.placed?.placement.cssPerUnit ?? 1;
        this.pointer.style.transform = `translate(${x * cssPerUnit}px, ${y * cssPerUnit}px)`;
    }

    private sizeCanvas(cssPerUnit: number, devicePixelRatio: number): void {
        const canvas = this.canvas.element;
        const cssPerPixel = cssPerUnit / (this.state.scale || 1);
        canvas.style.width = `${canvas.width * cssPerPixel}px`;
        canvas.style.height = `${canvas.height * cssPerPixel}px`;
        canvas.style.imageRendering = isMultiple(cssPerPixel * devicePixelRatio) ? "pixelated" : "";
    }

    private clipShape(cssPerUnit: number): void {
        const path = this.state.shape
            .map(({ x, y, width, height }) => {
                const [left, top, w, h] = [x, y, width, height].map((units) => units * cssPerUnit);
                return `M${left} ${top}h${w}v${h}h${-w}z`;
            })
            .join("");
        this.content.style.clipPath = path === "" ? "" : `path("${path}")`;
    }

    private setFramed(framed: boolean): void {
        if (framed !== this.framed) {
            this.framed = framed;
            this.element.classList.toggle("framed", framed);
            if (framed) {
                this.element.prepend(this.frame.titleBar);
                this.element.append(...this.frame.edges);
            } else {
                this.frame.titleBar.remove();
                this.frame.edges.forEach((edge) => edge.remove());
            }
        }
    }
}

/** Whether so many device pixels for one of the program's are whole squares of the same colour: nothing to smooth. */
function isMultiple(devicePixels: number): boolean {
    return devicePixels >= 2 && Math.abs(devicePixels - Math.round(devicePixels)) < 1e-6;
}

/** The program window whose pixels an element belongs to, or 0. */
export function windowIdAt(target: EventTarget | null): number {
    const element = target as Element | null;
    const content = element?.closest?.(`[${WINDOW_ATTRIBUTE}]`);
    return Number(content?.getAttribute(WINDOW_ATTRIBUTE) ?? 0);
}
