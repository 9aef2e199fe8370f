import { Modifier } from "../gen/cc/protocol/display_pb.js";
import { strokeFor } from "../input/chords.js";
import type { ProgramInput } from "../input/program-input.js";
import { isTouchDevice } from "../input/program-input.js";
import { element, textButton } from "./dom.js";
import { Panel } from "./panel.js";

/** Shortcuts that browsers keep to themselves: a page never sees them. */
const KEPT_BY_BROWSERS: readonly [string, Modifier, string, string][] = [
    ["Ctrl+W", Modifier.CTRL, "w", "closes the tab"],
    ["Ctrl+T", Modifier.CTRL, "t", "opens a tab"],
    ["Ctrl+N", Modifier.CTRL, "n", "opens a window"],
    ["Ctrl+Shift+N", Modifier.CTRL | Modifier.SHIFT, "n", "opens a private window"],
    ["Ctrl+Shift+T", Modifier.CTRL | Modifier.SHIFT, "t", "opens the last tab again"],
    ["Ctrl+Tab", Modifier.CTRL, "Tab", "goes to the next tab"],
    ["Ctrl+Page Up", Modifier.CTRL, "PageUp", "goes to the previous tab"],
    ["Ctrl+Page Down", Modifier.CTRL, "PageDown", "goes to the next tab"],
    ["Alt+F4", Modifier.ALT, "F4", "closes the window"],
    ["Alt+Tab", Modifier.ALT, "Tab", "goes to another window"],
    ["F11", Modifier.NONE, "F11", "switches full screen"],
    ["Print Screen", Modifier.NONE, "PrintScreen", "takes a picture"],
];

const TOUCH: readonly [string, string][] = [
    ["Tap, drag", "left button"],
    ["Long press", "right button"],
    ["Two fingers", "scroll"],
];

/** What cannot be typed and how to send it anyway; touch gestures. */
export class HelpPanel {
    readonly panel = new Panel("Help");

    constructor(input: ProgramInput) {
        const { body } = this.panel;
        const intro = "The browser keeps these shortcuts to itself. Press a button to send one to the program.";
        const list = element("ul", "shortcuts");
        for (const [label, modifiers, key, meaning] of KEPT_BY_BROWSERS) {
            const item = element("li");
            const button = textButton(label, "key", () => input.chord(modifiers, strokeFor(key)));
            button.setAttribute("aria-label", `Send ${label}`);
            item.append(button, element("span", "shortcut-meaning", meaning));
            list.append(item);
        }
        const note = "In full screen, Chromium-based browsers let the program have most of them.";
        const gestures = element("dl", "gestures");
        for (const [gesture, meaning] of TOUCH) {
            gestures.append(element("dt", "", gesture), element("dd", "", meaning));
        }
        const shortcuts = [element("p", "panel-note", intro), list, element("p", "panel-note", note)];
        const touch = [element("h3", "panel-subtitle", "Touch"), gestures];
        const own = "Ctrl+Alt+Shift+T goes to this viewer's own controls; Escape closes a panel.";
        body.append(
            ...(isTouchDevice() ? touch : []),
            element("h3", "panel-subtitle", "Shortcuts"),
            ...shortcuts,
            element("h3", "panel-subtitle", "This viewer"),
            element("p", "panel-note", own),
            ...(isTouchDevice() ? [] : touch),
        );
    }
}
