import { WindowKind, WindowMode } from "../gen/cc/protocol/display_pb.js";
import type { Bounds, PageLayout } from "./geometry.js";
import { fitNarrow, keepReachable, LEAST_ZOOM, TITLE_BAR_PX } from "./geometry.js";
import type { WindowView } from "./window-view.js";

/** Keeps windows with frames where people can reach them: asks programs for other places, once for each they choose. */
export class WindowReach {
    private readonly asked = new Map<number, string>();

    constructor(
        private readonly layout: () => PageLayout,
        private readonly request: (window: number, bounds: Bounds) => void,
    ) {}

    /** @param fillsPage whether the window is to fill the page */
    keep(view: WindowView, fillsPage: boolean): void {
        const { state } = view;
        if (!view.isShown) {
            return;
        }
        const wanted = this.wanted(view, fillsPage);
        const asked = JSON.stringify([state.x, state.y, state.width, state.height, wanted]);
        if (!sameBounds(state, wanted) && this.asked.get(state.window) !== asked) {
            this.asked.set(state.window, asked);
            this.request(state.window, wanted);
        }
    }

    /** Where a window is, or will be when the program has done what it is asked. */
    wanted(view: WindowView, fillsPage: boolean): Bounds {
        const { state } = view;
        if (!isMovable(view)) {
            return state;
        }
        const { width, height } = this.layout();
        if (!state.decorated) {
            // It has nothing to be dragged by, so that what is off the page would stay there.
            return { ...keepReachable(state, width, height), width: state.width, height: state.height };
        }
        return fillsPage ? { x: 0, y: 0, width, height } : this.reachable(view);
    }

    forget(window: number): void {
        this.asked.delete(window);
    }

    private reachable({ state }: WindowView): Bounds {
        const { width, height, cssPerUnit, origin } = this.layout();
        // What is in a dialog may need all of its size: the page is rather zoomed out.
        const zoom = state.kind === WindowKind.DIALOG ? LEAST_ZOOM : 1;
        const size = state.resizable ? fitNarrow(state, state, width / zoom, height / zoom) : state;
        const shrunk = size.width < state.width || size.height < state.height;
        const place = shrunk ? { x: 0, y: 0 } : keepReachable(state, width, height);
        const top = Math.ceil((TITLE_BAR_PX - origin.y) / cssPerUnit);
        return { x: place.x, y: Math.max(place.y, top), width: size.width, height: size.height };
    }
}

/** Whether the viewer may ask for another place. */
function isMovable({ state, isPopup }: WindowView): boolean {
    return state.mode === WindowMode.NORMAL && !isPopup;
}

function sameBounds(a: Bounds, b: Bounds): boolean {
    return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
