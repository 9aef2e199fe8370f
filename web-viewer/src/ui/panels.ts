import type { Desktop } from "../desktop/desktop.js";
import type { ProgramInput } from "../input/program-input.js";
import type { Stats } from "../statistics.js";
import type { ClipboardLink } from "./clipboard-link.js";
import { ClipboardPanel } from "./clipboard-panel.js";
import { element } from "./dom.js";
import { toggleFullScreen } from "./full-screen.js";
import { HelpPanel } from "./help-panel.js";
import { KeysPanel } from "./keys-panel.js";
import type { Panel } from "./panel.js";
import { StatsPanel } from "./stats-panel.js";
import type { Tool } from "./tool-bar.js";

interface Parts {
    clipboard: ClipboardLink;
    input: ProgramInput;
    desktop: Desktop;
    stats: () => Stats;
    ping: () => void;
}

/** The viewer's panels, and the tools that open them. */
export class Panels {
    readonly element = element("aside", "panels");
    readonly tools: Tool[];

    constructor({ clipboard, input, desktop, stats, ping }: Parts) {
        const keys = new KeysPanel(input, (px) => desktop.fit.setCovered(px));
        const clipboardPanel = new ClipboardPanel(clipboard).panel;
        const statsPanel = new StatsPanel(stats, ping).panel;
        const help = new HelpPanel(input).panel;
        const all: Panel[] = [clipboardPanel, statsPanel, help];
        const toggle = (panel: Panel): void => {
            all.filter((other) => other !== panel).forEach((other) => other.toggle(false));
            panel.toggle();
        };
        this.element.setAttribute("aria-label", "Panels");
        this.element.append(...all.map((panel) => panel.element), keys.element);
        this.tools = [
            { name: "keyboard", label: "Keys", press: () => keys.show(keys.element.hidden === true) },
            { name: "clipboard", label: "Clipboard", press: () => toggle(clipboardPanel) },
            {
                name: "fill",
                label: "Fill the page",
                press: () => {
                    desktop.setFillsPage(!desktop.fillsPage);
                    document.body.classList.toggle("fills-page", desktop.fillsPage);
                    input.focus();
                },
            },
            { name: "fullScreen", label: "Full screen", press: () => void toggleFullScreen().then(() => input.focus()) },
            { name: "stats", label: "Connection", press: () => toggle(statsPanel) },
            { name: "help", label: "Help", press: () => toggle(help) },
        ];
    }
}
