import type { Desktop } from "./desktop.js";
import type { Host } from "./host.js";
import type { WindowView } from "./window-view.js";

/** Shows program windows in browser windows of their own: a window and all that it owns. */
export class PopOuts {
    private readonly hosts = new Map<number, Host>();

    constructor(
        private readonly desktop: Desktop,
        private readonly onOpened: (host: Host) => void,
    ) {}

    /** Whether a window is the one that a browser window was opened for. */
    isRoot(view: WindowView): boolean {
        return this.hosts.has(view.state.window);
    }

    /** The browser window that shows a program window, its owner, its owner's owner...; undefined: the page. */
    hostOf(view: WindowView): Host | undefined {
        let at: WindowView | undefined = view;
        for (let depth = 0; at !== undefined && depth < 64; depth++) {
            const host = this.hosts.get(at.state.window);
            if (host !== undefined) {
                return host;
            }
            at = this.desktop.views.get(at.state.owner);
        }
        return undefined;
    }

    /** Must be called from a person's action, or the browser refuses. */
    open(view: WindowView): void {
        const { window: id, width, height, title } = view.state;
        const scale = cssPerUnit(view);
        const features = `popup,width=${Math.round(width * scale)},height=${Math.round(height * scale)}`;
        const opened = window.open("", `cc-window-${id}-${Date.now()}`, features);
        if (opened === null) {
            return;
        }
        const layer = dress(opened, title);
        const host: Host = {
            window: opened,
            layer,
            placement: () => {
                const scale = cssPerUnit(view);
                return { cssPerUnit: scale, origin: { x: -view.state.x * scale, y: -view.state.y * scale } };
            },
        };
        this.hosts.set(id, host);
        opened.addEventListener("pagehide", () => this.returned(id));
        opened.addEventListener("resize", () => this.resized(view, opened));
        this.onOpened(host);
        this.desktop.arrange();
    }

    close(id: number): void {
        this.hosts.get(id)?.window.close();
        this.hosts.delete(id);
    }

    closeAll(): void {
        [...this.hosts.keys()].forEach((id) => this.close(id));
    }

    private returned(id: number): void {
        if (this.hosts.delete(id)) {
            this.desktop.arrange();
        }
    }

    private resized(view: WindowView, opened: Window): void {
        const scale = cssPerUnit(view);
        const { x, y } = view.state;
        const width = Math.max(1, Math.round(opened.innerWidth / scale));
        const height = Math.max(1, Math.round(opened.innerHeight / scale));
        this.desktop.requestBounds(view.state.window, { x, y, width, height });
        this.desktop.arrange();
    }
}

/**
 * A program draws at one scale, that of the page. On a screen of other pixels a window keeps its size to the eye, as
 * everything else that is dragged there does, and its pixels are resampled.
 */
function cssPerUnit(view: WindowView): number {
    return (view.state.scale || 1) / window.devicePixelRatio;
}

/** Gives an empty browser window the page's looks; the result takes the program's windows. */
function dress(opened: Window, title: string): HTMLElement {
    const { document: page } = opened;
    page.title = title;
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
        const copy = page.createElement("link");
        copy.rel = "stylesheet";
        copy.href = link.href;
        page.head.append(copy);
    }
    page.body.className = "popped-out";
    const layer = page.createElement("main");
    layer.id = "desktop";
    page.body.append(layer);
    return layer;
}
