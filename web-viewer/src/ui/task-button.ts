import { iconOf } from "../desktop/window-icon.js";
import type { WindowState } from "../gen/cc/protocol/display_pb.js";
import { WindowMode } from "../gen/cc/protocol/display_pb.js";
import { element } from "./dom.js";

const ICON_PX = 16;

/** A window's button in the tool bar. It stays the same element, so that presses and focus survive changes. */
export class TaskButton {
    readonly element = element("button", "task");
    private readonly iconPlace = element("span", "task-icon");
    private readonly title = element("span", "task-title");
    private shownIcon: WindowState["icon"] | null = null;

    constructor(onPress: () => void) {
        this.element.type = "button";
        this.element.append(this.iconPlace, this.title);
        this.element.addEventListener("click", onPress);
    }

    /** @param unnamed what to call a window without a title */
    update(state: WindowState, unnamed: string): void {
        const minimized = state.mode === WindowMode.ICONIFIED;
        const focused = state.focused && !minimized;
        const title = state.title || unnamed;
        this.element.classList.toggle("focused", focused);
        this.element.classList.toggle("minimized", minimized);
        this.element.setAttribute("aria-pressed", String(focused));
        this.element.title = minimized ? `${title} (minimised)` : title;
        if (this.title.textContent !== title) {
            this.title.textContent = title;
        }
        if (this.shownIcon !== state.icon) {
            this.shownIcon = state.icon;
            this.iconPlace.replaceChildren(iconOf(state, ICON_PX));
        }
    }
}
