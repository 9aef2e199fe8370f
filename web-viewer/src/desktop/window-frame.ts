import type { WindowState } from "../gen/cc/protocol/display_pb.js";
import { WindowMode } from "../gen/cc/protocol/display_pb.js";
import { element, iconButton } from "../ui/dom.js";
import { icon } from "../ui/icons.js";
import type { Edge } from "./geometry.js";
import { iconOf } from "./window-icon.js";

const ICON_PX = 18;

const EDGES: { name: string; edge: Edge }[] = [
    { name: "n", edge: { x: 0, y: -1 } },
    { name: "s", edge: { x: 0, y: 1 } },
    { name: "w", edge: { x: -1, y: 0 } },
    { name: "e", edge: { x: 1, y: 0 } },
    { name: "nw", edge: { x: -1, y: -1 } },
    { name: "ne", edge: { x: 1, y: -1 } },
    { name: "sw", edge: { x: -1, y: 1 } },
    { name: "se", edge: { x: 1, y: 1 } },
];

export interface FrameActions {
    minimize(): void;
    toggleMaximized(): void;
    close(): void;
    popOut(): void;
    /** A press on the title bar or an edge; `edge` is null for the title bar. */
    beginDrag(event: PointerEvent, edge: Edge | null): void;
}

/** Title bar and edges of one framed window. */
export class WindowFrame {
    readonly titleBar = element("header", "title-bar");
    readonly edges: HTMLElement[];
    private readonly title = element("span", "title");
    private readonly iconPlace = element("span", "window-icon");
    private readonly maximize: HTMLButtonElement;
    private readonly minimize: HTMLButtonElement;
    private readonly close: HTMLButtonElement;
    private shownIcon: WindowState["icon"] | null = null;
    private maximizeShows: "maximize" | "restore" = "maximize";

    constructor(private readonly actions: FrameActions) {
        this.minimize = iconButton("minimize", "Minimise", "frame-button", () => actions.minimize());
        this.maximize = iconButton("maximize", "Maximise", "frame-button", () => actions.toggleMaximized());
        this.close = iconButton("close", "Close", "frame-button close", () => actions.close());
        const popOut = iconButton("popOut", "Open in a browser window", "frame-button pop-out", () => actions.popOut());
        this.titleBar.append(this.iconPlace, this.title, popOut, this.minimize, this.maximize, this.close);
        this.titleBar.addEventListener("pointerdown", (event) => this.pressed(event, null));
        this.titleBar.addEventListener("dblclick", (event) => {
            if (!onButton(event) && !this.maximize.hidden) {
                actions.toggleMaximized();
            }
        });
        this.edges = EDGES.map(({ name, edge }) => {
            const made = element("div", `edge edge-${name}`);
            made.addEventListener("pointerdown", (event) => this.pressed(event, edge));
            return made;
        });
    }

    update(state: WindowState): void {
        const title = state.title || "Untitled";
        if (this.title.textContent !== title) {
            this.title.textContent = title;
            this.titleBar.title = title;
        }
        const maximized = state.mode === WindowMode.MAXIMIZED;
        this.showMaximize(maximized ? "restore" : "maximize");
        this.maximize.hidden = !state.resizable;
        this.close.hidden = !state.closable;
        this.minimize.hidden = state.owner !== 0;
        for (const edge of this.edges) {
            edge.hidden = !state.resizable || maximized;
        }
        this.updateIcon(state);
    }

    private pressed(event: PointerEvent, edge: Edge | null): void {
        if (event.button === 0 && !onButton(event)) {
            event.preventDefault();
            this.actions.beginDrag(event, edge);
        }
    }

    private showMaximize(name: "maximize" | "restore"): void {
        if (this.maximizeShows !== name) {
            this.maximizeShows = name;
            const label = name === "maximize" ? "Maximise" : "Restore";
            this.maximize.replaceChildren(icon(name));
            this.maximize.title = label;
            this.maximize.setAttribute("aria-label", label);
        }
    }

    private updateIcon(state: WindowState): void {
        if (this.shownIcon !== state.icon) {
            this.shownIcon = state.icon;
            this.iconPlace.replaceChildren(iconOf(state, ICON_PX));
        }
    }
}

function onButton(event: Event): boolean {
    return event.target instanceof Element && event.target.closest("button") !== null;
}
