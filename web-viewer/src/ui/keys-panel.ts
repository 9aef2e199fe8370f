import { Modifier } from "../gen/cc/protocol/display_pb.js";
import { strokeFor } from "../input/chords.js";
import type { ProgramInput } from "../input/program-input.js";
import { element, textButton } from "./dom.js";

const MODIFIERS: readonly [string, Modifier][] = [
    ["Ctrl", Modifier.CTRL],
    ["Alt", Modifier.ALT],
    ["Shift", Modifier.SHIFT],
    ["Meta", Modifier.META],
];

const KEYS: readonly [string, string, string][] = [
    ["Esc", "Escape", "Escape"],
    ["Tab", "Tab", "Tab"],
    ["←", "ArrowLeft", "Left"],
    ["↑", "ArrowUp", "Up"],
    ["↓", "ArrowDown", "Down"],
    ["→", "ArrowRight", "Right"],
    ["Home", "Home", "Home"],
    ["End", "End", "End"],
    ["PgUp", "PageUp", "Page up"],
    ["PgDn", "PageDown", "Page down"],
    ["Ins", "Insert", "Insert"],
    ["Del", "Delete", "Delete"],
    ["Menu", "ContextMenu", "Context menu"],
    ...Array.from({ length: 12 }, (_, i): [string, string, string] => [`F${i + 1}`, `F${i + 1}`, `F${i + 1}`]),
];

/**
 * A row of keys that touch screens' keyboards lack; modifiers hold for the next key. Windows keep clear of it, wherever
 * the page's width makes its lower end begin.
 */
export class KeysPanel {
    readonly element = element("div", "keys-panel");
    private readonly modifiers = new Map<Modifier, HTMLButtonElement>();

    /** @param onCovered is told how much of the page's lower end is taken, in CSS pixels */
    constructor(
        private readonly input: ProgramInput,
        onCovered: (px: number) => void,
    ) {
        this.element.setAttribute("role", "group");
        this.element.setAttribute("aria-label", "Keys");
        this.element.hidden = true;
        for (const [label, modifier] of MODIFIERS) {
            const button = textButton(label, "key modifier", () => this.toggle(modifier));
            this.modifiers.set(modifier, button);
            this.element.append(button);
        }
        for (const [label, key, name] of KEYS) {
            const button = textButton(label, "key", () => this.press(key));
            // Short names are spelt out; symbols have no name of their own.
            button.title = name;
            if (!/\w/.test(label)) {
                button.setAttribute("aria-label", name);
            }
            this.element.append(button);
        }
        // The program's text field keeps the focus, and a touch screen's keyboard stays.
        this.element.addEventListener("pointerdown", (event) => event.preventDefault());
        new ResizeObserver(() => {
            const { top, height } = this.element.getBoundingClientRect();
            onCovered(height === 0 ? 0 : Math.ceil(window.innerHeight - top));
        }).observe(this.element);
        input.onStickyUsed = () => this.update();
        this.update();
    }

    show(shown: boolean): void {
        this.element.hidden = !shown;
        if (shown) {
            this.input.showKeyboard();
        }
    }

    private press(key: string): void {
        this.input.chord(0, strokeFor(key));
    }

    private toggle(modifier: Modifier): void {
        this.input.sticky ^= modifier;
        this.update();
    }

    private update(): void {
        for (const [modifier, button] of this.modifiers) {
            button.setAttribute("aria-pressed", String((this.input.sticky & modifier) !== 0));
        }
    }
}
