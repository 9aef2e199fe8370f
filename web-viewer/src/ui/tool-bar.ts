import type { WindowView } from "../desktop/window-view.js";
import { element, iconButton } from "./dom.js";
import type { IconName } from "./icons.js";
import { icon } from "./icons.js";
import { TaskButton } from "./task-button.js";

export interface ToolBarActions {
    /** A window's button was pressed. */
    activate(window: number): void;
    takeControl(): void;
}

export interface Tool {
    name: IconName;
    label: string;
    press(): void;
}

/** Who drives the program, from this viewer's side. */
export interface Control {
    connected: boolean;
    mayControl: boolean;
    inControl: boolean;
    viewers: number;
    /** The machine of whoever drives the program; empty: unknown. */
    driver: string;
    /** The machines that may drive it, if this one is not among them. */
    inputs: string[];
    /** The program's machine, while it is not reached; else empty. */
    unreached: string;
}

/** The bar at the page's bottom: the program's windows, who controls it, and the viewer's own tools. */
export class ToolBar {
    readonly element = element("footer", "tool-bar");
    private readonly program = element("span", "program");
    private readonly tasks = element("div", "tasks");
    private readonly badge = element("button", "badge");
    private readonly tools = element("div", "tools");
    private readonly taskButtons = new Map<number, TaskButton>();
    private readonly more: HTMLButtonElement;

    constructor(
        tools: Tool[],
        private readonly actions: ToolBarActions,
    ) {
        this.element.setAttribute("aria-label", "Viewer");
        this.tasks.setAttribute("role", "group");
        this.tasks.setAttribute("aria-label", "Windows");
        this.badge.type = "button";
        this.badge.addEventListener("click", () => actions.takeControl());
        for (const tool of tools) {
            const button = iconButton(tool.name, tool.label, "tool", () => {
                this.showTools(false);
                tool.press();
            });
            button.append(element("span", "tool-label", tool.label));
            this.tools.append(button);
        }
        this.more = iconButton("more", "More", "tool more", () => this.showTools(!this.toolsShown));
        this.more.setAttribute("aria-expanded", "false");
        this.element.append(this.program, this.tasks, this.badge, this.tools, this.more);
    }

    /** Gives the keyboard to the viewer's own controls. */
    focus(): void {
        this.element.querySelector<HTMLElement>("button:not([hidden], :disabled)")?.focus();
    }

    setProgram(name: string): void {
        this.program.textContent = name;
        this.program.title = name;
    }

    setControl({ connected, mayControl, inControl, viewers, driver, inputs, unreached }: Control): void {
        const others = viewers > 1 ? ` · ${viewers} viewers` : "";
        const canTake = mayControl && !inControl && unreached === "";
        const text =
            unreached !== ""
                ? `${unreached} is not reached`
                : inControl
                  ? "You control"
                  : inputs.length > 0
                    ? `Driven from ${inputs.join(", ")}`
                    : mayControl
                      ? `Take control${driver === "" ? "" : ` from ${driver}`}`
                      : "View only";
        this.badge.replaceChildren(
            icon(inControl || canTake ? "hand" : "eye"),
            element("span", "badge-text", text),
            element("span", "badge-viewers", others),
        );
        this.badge.hidden = !connected;
        this.badge.disabled = !canTake;
        this.badge.className = `badge ${inControl ? "in-control" : canTake ? "can-take" : "view-only"}`;
        this.badge.title = `${text}${others}`;
    }

    /** @param views those that get a button each */
    setWindows(views: Iterable<WindowView>): void {
        const listed = [...views].sort((a, b) => a.state.window - b.state.window);
        const ids = new Set(listed.map((view) => view.state.window));
        for (const [id, button] of this.taskButtons) {
            if (!ids.has(id)) {
                button.element.remove();
                this.taskButtons.delete(id);
            }
        }
        listed.forEach((view, index) => {
            const button = this.taskButton(view);
            button.update(view.state, this.program.textContent || "Untitled");
            if (this.tasks.children[index] !== button.element) {
                this.tasks.insertBefore(button.element, this.tasks.children[index] ?? null);
            }
        });
    }

    get toolsShown(): boolean {
        return this.element.classList.contains("tools-shown");
    }

    showTools(shown: boolean): void {
        this.element.classList.toggle("tools-shown", shown);
        this.more.setAttribute("aria-expanded", String(shown));
    }

    private taskButton(view: WindowView): TaskButton {
        const { window: id } = view.state;
        let button = this.taskButtons.get(id);
        if (button === undefined) {
            button = new TaskButton(() => this.actions.activate(id));
            this.taskButtons.set(id, button);
        }
        return button;
    }
}
