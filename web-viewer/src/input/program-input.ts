import type { Desktop } from "../desktop/desktop.js";
import type { Host } from "../desktop/host.js";
import type { WindowView } from "../desktop/window-view.js";
import type { TextCaret } from "../gen/cc/protocol/display_pb.js";
import type { Said } from "../wire/messages.js";
import { chordStrokes, strokeFor } from "./chords.js";
import { HostInput } from "./host-input.js";
import type { KeyStroke, Platform } from "./key-tracker.js";
import { KeyTracker } from "./key-tracker.js";
import { lockBits } from "./modifiers.js";

const ATTENTION_MS = 500;

/** Passes on what was pasted before the paste key goes out. */
export interface PasteTarget {
    toProgram(text: string): void;
}

/** All input of this viewer's person to the program, from the page and from windows that were moved out of it. */
export class ProgramInput {
    /** Lock keys' state when last seen, as Modifier bits. */
    locks = 0;
    /** Modifiers that on-screen keys hold for the next key, as Modifier bits. */
    sticky = 0;
    onStickyUsed: () => void = () => undefined;
    private enabled = false;
    private readonly hosts: HostInput[] = [];
    private readonly tracker: KeyTracker;

    constructor(
        private readonly desktop: Desktop,
        private readonly paste: PasteTarget,
        private readonly send: (said: Said) => void,
    ) {
        this.tracker = new KeyTracker(platform(), (stroke) => this.sendKey(stroke));
    }

    /** Takes the input of a browser window. */
    attach(host: Host): void {
        const input: HostInput = new HostInput(
            host,
            this.desktop,
            this.tracker,
            {
                send: (said) => this.send(said),
                pressed: (view, touch) => this.pressed(input, view, touch),
                modifiers: (bits) => this.seen(bits),
                isEnabled: () => this.enabled,
            },
            {
                committed: (text) => this.committed(text),
                composing: (composing, caret) =>
                    this.send({ case: "text", value: { committed: "", composing, caret } }),
                namedKey: (key) => this.chord(0, strokeFor(key)),
                pasted: (text) => this.paste.toProgram(text),
                blurred: () => this.left(),
            },
        );
        this.hosts.push(input);
        host.window.addEventListener("blur", () => this.left());
        host.window.document.addEventListener("visibilitychange", () => this.left());
        host.window.addEventListener("keydown", (event) => (this.locks = lockBits(event)), { capture: true });
        host.window.addEventListener("pagehide", () => this.hosts.splice(this.hosts.indexOf(input), 1));
        input.entry.focus();
    }

    setEnabled(enabled: boolean): void {
        if (enabled !== this.enabled) {
            this.enabled = enabled;
            this.forget();
            if (enabled && document.activeElement === document.body) {
                this.focus();
            }
        }
    }

    /** Gives the page's keyboard to the program. */
    focus(): void {
        this.hosts[0]?.entry.focus();
    }

    /** Shows a touch screen's keyboard; must be called from a person's action. */
    showKeyboard(): void {
        const entry = this.hosts[0]?.entry;
        entry?.wantKeyboard(true);
        entry?.element.blur();
        entry?.focus();
    }

    setCaret(caret: TextCaret): void {
        for (const input of this.hosts) {
            input.setCaret(caret);
            if (isTouchDevice()) {
                input.entry.wantKeyboard(caret.editable);
            }
        }
    }

    /** Presses and releases a key together with modifiers, as on-screen buttons do. */
    chord(modifiers: number, stroke: { usage: number; key: string }): void {
        const all = modifiers | this.takeSticky();
        chordStrokes(all, stroke).forEach((one) => this.sendKey(one));
    }

    private committed(text: string): void {
        const stroke = this.sticky !== 0 && text.length === 1 ? strokeFor(text) : null;
        if (stroke !== null) {
            this.chord(0, stroke);
        } else {
            this.send({ case: "text", value: { committed: text, composing: "", caret: 0 } });
        }
    }

    private takeSticky(): number {
        const { sticky } = this;
        if (sticky !== 0) {
            this.sticky = 0;
            this.onStickyUsed();
        }
        return sticky;
    }

    private sendKey(stroke: KeyStroke): void {
        this.hosts.forEach((host) => host.pointer.flush());
        this.send({ case: "key", value: stroke });
    }

    private seen(bits: number): number {
        this.tracker.settle();
        this.tracker.repair(this.tracker.programModifiers(bits));
        return this.tracker.programModifiers(bits);
    }

    private pressed(input: HostInput, view: WindowView | undefined, touch: boolean): void {
        input.entry.finishComposition();
        input.entry.focus();
        if (!touch && isTouchDevice()) {
            input.entry.wantKeyboard(false);
        }
        if (view === undefined || view.isPopup) {
            return;
        }
        const window = view.state.window;
        if (view.state.blocked) {
            this.showBlocker();
        }
        if (!view.state.focused && view.state.focusable) {
            this.send({ case: "window", value: { window, request: { case: "focus", value: true } } });
        }
        if (!this.desktop.isOnTop(view)) {
            this.send({ case: "window", value: { window, request: { case: "raise", value: true } } });
        }
    }

    /** Points the person to the dialog that keeps other windows from being used. */
    private showBlocker(): void {
        const element = this.desktop.topmostFree()?.element;
        element?.classList.add("attention");
        setTimeout(() => element?.classList.remove("attention"), ATTENTION_MS);
    }

    /** The keyboard went elsewhere. */
    private left(): void {
        const holds = this.tracker.holdsAny || this.hosts.some((host) => host.pointer.holdsButtons);
        if (this.enabled && holds) {
            this.send({ case: "release", value: {} });
        }
        this.forget();
    }

    private forget(): void {
        this.tracker.forget();
        this.hosts.forEach((host) => host.pointer.forget());
    }
}

export function isTouchDevice(): boolean {
    return window.matchMedia("(pointer: coarse)").matches;
}

function platform(): Platform {
    const name = navigator.platform.toLowerCase();
    return name.startsWith("mac") || name.startsWith("ip") ? "mac" : name.startsWith("win") ? "windows" : "other";
}
