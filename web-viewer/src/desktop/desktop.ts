import type { MessageInitShape } from "@bufbuild/protobuf";
import type { CursorShape, PointerPlace, WindowRequestSchema, WindowState } from "../gen/cc/protocol/display_pb.js";
import { WindowKind, WindowMode } from "../gen/cc/protocol/display_pb.js";
import type { SurfaceTable } from "../raster/surface-table.js";
import { cursorStyle } from "./cursor.js";
import { dragFrame } from "./frame-drag.js";
import type { Bounds, Edge, PageLayout } from "./geometry.js";
import { unionOf } from "./geometry.js";
import type { Host } from "./host.js";
import { PopOuts } from "./pop-outs.js";
import { Presenter } from "./presenter.js";
import { ScreenFit } from "./screen-fit.js";
import { WindowReach } from "./window-reach.js";
import { WindowView } from "./window-view.js";

/** What is asked of the program for a window. */
export type Request = NonNullable<MessageInitShape<typeof WindowRequestSchema>["request"]>;

export interface DesktopListener {
    request(window: number, request: Request): void;
    /** The page offers the program another screen. */
    offer(layout: PageLayout): void;
    /** Titles, states or the number of windows changed. */
    windowsChanged(): void;
    /** A browser window was opened for program windows: it has input of its own. */
    hostOpened(host: Host): void;
}

/** How long a dragged frame stays where it was let go if the program does not answer. */
const ANSWER_MS = 1_000;
/** How long windows of the last connection stay while a new one announces its own. */
const STALE_MS = 400;

/** All windows of one program in the page. The program decides where they are; this shows it and passes wishes on. */
export class Desktop {
    readonly views = new Map<number, WindowView>();
    readonly fit: ScreenFit;
    readonly pageHost: Host;
    readonly presenter = new Presenter(() => this.present());
    readonly popOuts: PopOuts;
    inControl = false;
    private surfaces: SurfaceTable | null = null;
    private readonly cursors = new Map<number, string>();
    private fills = false;
    private readonly reach: WindowReach;
    private stale = new Set<number>();

    constructor(
        layer: HTMLElement,
        private readonly listener: DesktopListener,
    ) {
        this.fit = new ScreenFit(
            "windows",
            (layout) => listener.offer(layout),
            () => this.arrange(),
        );
        this.reach = new WindowReach(
            () => this.fit.layout,
            (id, bounds) => this.requestBounds(id, bounds),
        );
        const placement = () =>
            this.fit.placement(
                this.inControl,
                () => this.shownBounds(),
                () => this.frontBounds(),
            );
        this.pageHost = { window, layer, placement };
        this.popOuts = new PopOuts(this, (host) => listener.hostOpened(host));
    }

    /** A new connection: its surfaces, and soon its windows, replace what there was. */
    attach(surfaces: SurfaceTable): void {
        this.surfaces = surfaces;
        this.stale = new Set(this.views.keys());
        setTimeout(() => {
            this.stale.forEach((window) => this.remove(window));
            this.stale.clear();
        }, STALE_MS);
    }

    get fillsPage(): boolean {
        return this.fills;
    }

    /** Whether the main window fills the page, without a frame. */
    setFillsPage(fills: boolean): void {
        this.fills = fills;
        this.fit.setChrome(this.chrome());
        this.arrange();
    }

    update(state: WindowState): void {
        this.stale.delete(state.window);
        let view = this.views.get(state.window);
        if (view === undefined) {
            view = this.create(state);
        }
        view.state = state;
        this.fit.setChrome(this.chrome());
        this.arrange();
        this.presenter.request();
        this.listener.windowsChanged();
    }

    remove(window: number): void {
        this.popOuts.close(window);
        this.views.get(window)?.element.remove();
        this.views.delete(window);
        this.cursors.delete(window);
        this.reach.forget(window);
        this.fit.setChrome(this.chrome());
        this.arrange();
        this.listener.windowsChanged();
    }

    setCursor(shape: CursorShape): void {
        const style = cursorStyle(shape);
        this.cursors.set(shape.window, style);
        const view = this.views.get(shape.window);
        if (view !== undefined) {
            view.content.style.cursor = style;
        }
    }

    /** Marks where the one points who drives the program. */
    showPointer({ window, x, y }: PointerPlace): void {
        for (const [id, view] of this.views) {
            view.showPointer(id === window ? { x, y } : null);
        }
    }

    /** The window that stands for the program: the topmost one that nothing owns. */
    mainWindow(): WindowView | undefined {
        const candidates = [...this.views.values()].filter((view) => view.isShown && !view.isPopup);
        const roots = candidates.filter((view) => view.state.owner === 0);
        const byKind = roots.filter((view) => view.state.kind === WindowKind.FRAME);
        return [...byKind, ...roots, ...candidates][0];
    }

    /**
     * The windows that people choose from, with or without a frame: those that stand on their own, and whatever is
     * minimised. Swing gives a dialog without an owner one that never shows.
     */
    tasks(): WindowView[] {
        return [...this.views.values()].filter(
            (view) =>
                view.state.visible &&
                !view.isPopup &&
                (view.state.mode === WindowMode.ICONIFIED || !this.views.get(view.state.owner)?.state.visible),
        );
    }

    focusedWindow(): WindowView | undefined {
        return [...this.views.values()].find((view) => view.state.focused && view.isShown);
    }

    /** Whether no other window with a frame is in front of this one. */
    isOnTop(view: WindowView): boolean {
        return this.fromFront().find((other) => !other.isPopup) === view;
    }

    /** The frontmost window that can be used. */
    topmostFree(): WindowView | undefined {
        return this.fromFront().find((view) => !view.isPopup && !view.state.blocked);
    }

    hostOf(view: WindowView): Host {
        return this.popOuts.hostOf(view) ?? this.pageHost;
    }

    /** A place in a window's own units; fractions are kept by the caller. */
    toWindow(view: WindowView, clientX: number, clientY: number): { x: number; y: number } {
        const box = view.content.getBoundingClientRect();
        const { cssPerUnit } = this.hostOf(view).placement();
        return { x: Math.floor((clientX - box.left) / cssPerUnit), y: Math.floor((clientY - box.top) / cssPerUnit) };
    }

    /** Brings the page up to date with all states: hosts, frames, places, order. */
    arrange(): void {
        const main = this.fills ? this.mainWindow() : undefined;
        const order = [...this.views.values()].sort((a, b) => rank(a) - rank(b));
        order.forEach((view, index) => {
            const host = this.hostOf(view);
            if (view.element.parentElement !== host.layer) {
                host.layer.append(view.element);
                view.canvas.refresh();
            }
            const bare = view === main || this.popOuts.isRoot(view) || view.state.mode === WindowMode.FULL_SCREEN;
            view.update(view.state, view.state.decorated && !view.isPopup && !bare);
            view.place(host.placement(), host.window.devicePixelRatio);
            view.element.style.zIndex = String(index + 1);
            view.content.style.cursor = this.cursors.get(view.state.window) ?? "default";
            if (this.inControl) {
                this.reach.keep(view, view === main);
            }
        });
    }

    private create(state: WindowState): WindowView {
        const id = state.window;
        const view: WindowView = new WindowView(state, {
            minimize: () => this.ask(id, { case: "mode", value: WindowMode.ICONIFIED }),
            toggleMaximized: () => {
                const mode = view.state.mode === WindowMode.MAXIMIZED ? WindowMode.NORMAL : WindowMode.MAXIMIZED;
                this.ask(id, { case: "mode", value: mode });
            },
            close: () => this.ask(id, { case: "close", value: true }),
            popOut: () => this.popOuts.open(view),
            beginDrag: (event, edge) => this.beginDrag(view, event, edge),
        });
        this.views.set(id, view);
        return view;
    }

    private beginDrag(view: WindowView, event: PointerEvent, edge: Edge | null): void {
        const { window: id, minWidth, minHeight, maxWidth, maxHeight, mode } = view.state;
        this.ask(id, { case: "raise", value: true });
        this.ask(id, { case: "focus", value: true });
        if (!this.inControl || mode !== WindowMode.NORMAL) {
            return;
        }
        const { x, y, width, height } = view.state;
        dragFrame(event, edge, {
            start: { x, y, width, height },
            limits: { minWidth, minHeight, maxWidth, maxHeight },
            cssPerUnit: this.hostOf(view).placement().cssPerUnit,
            preview: (bounds) => view.drag(bounds),
            request: (bounds) => this.requestBounds(id, bounds),
            finished: () => setTimeout(() => view.drag(null), ANSWER_MS),
        });
    }

    /** All that is shown, from the screen's origin. */
    private shownBounds(): Bounds | null {
        const shown = [...this.views.values()].filter((view) => view.isShown).map((view) => view.state);
        return unionOf(shown.length === 0 ? [] : [{ x: 0, y: 0, width: 1, height: 1 }, ...shown]);
    }

    /** The page's window in front, where it is or soon will be. */
    private frontBounds(): Bounds | null {
        const front = this.fromFront().find((view) => !view.isPopup && this.hostOf(view) === this.pageHost);
        return front === undefined ? null : this.reach.wanted(front, this.fills && front === this.mainWindow());
    }

    private fromFront(): WindowView[] {
        return [...this.views.values()].filter((view) => view.isShown).sort((a, b) => rank(b) - rank(a));
    }

    private chrome(): "windows" | "none" {
        const fullScreen = [...this.views.values()].some(
            (view) => view.isShown && view.state.mode === WindowMode.FULL_SCREEN,
        );
        return this.fills || fullScreen ? "none" : "windows";
    }

    requestBounds(window: number, bounds: Bounds): void {
        this.ask(window, { case: "bounds", value: bounds });
    }

    private ask(window: number, request: Request): void {
        this.listener.request(window, request);
    }

    private present(): void {
        for (const view of this.views.values()) {
            const surface = this.surfaces?.find(view.state.surface);
            if (surface !== undefined && view.isShown) {
                view.show(surface);
            }
        }
    }
}

/** Order from back to front. */
function rank(view: WindowView): number {
    const layer = view.isPopup ? 2 : view.state.alwaysOnTop ? 1 : 0;
    return layer * 2 ** 32 + view.state.stacking;
}
