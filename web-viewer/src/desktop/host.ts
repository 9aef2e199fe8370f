import type { Placement } from "./geometry.js";

/** A browser window in which program windows are shown: the page, or one that a window was moved out to. */
export interface Host {
    readonly window: Window;
    readonly layer: HTMLElement;
    placement(): Placement;
}
