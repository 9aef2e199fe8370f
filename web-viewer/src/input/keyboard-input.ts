import type { KeyFacts, KeyTracker } from "./key-tracker.js";
import { modifierBits } from "./modifiers.js";
import type { TextEntry } from "./text-entry.js";

/** How long a Control press on Windows may turn out to be AltGr's. */
const DOUBT_MS = 40;
/** How long a paste key waits for the browser to hand over the clipboard. */
const PASTE_MS = 80;
const KEY_CODE_OF_INPUT_METHODS = 229;

/** Turns a browser window's keyboard events into key strokes of the program. */
export class KeyboardInput {
    private heldBackPaste: KeyFacts | null = null;

    /** @param isOwn whether an event's target belongs to the viewer's own controls */
    constructor(
        view: Window,
        private readonly tracker: KeyTracker,
        private readonly entry: TextEntry,
        private readonly isEnabled: () => boolean,
        private readonly isOwn: (target: EventTarget | null) => boolean,
    ) {
        view.addEventListener("keydown", (event) => this.down(event));
        view.addEventListener("keyup", (event) => this.up(event));
    }

    /** The clipboard's text has been sent: the paste key may follow. */
    releasePaste(): void {
        const facts = this.heldBackPaste;
        this.heldBackPaste = null;
        if (facts !== null) {
            this.tracker.press(facts);
        }
    }

    private down(event: KeyboardEvent): void {
        if (!this.isEnabled() || this.isOwn(event.target)) {
            return;
        }
        this.entry.focus();
        if (madeByInputMethod(event, this.entry)) {
            return;
        }
        const facts = factsOf(event);
        if (isPaste(event)) {
            this.releasePaste();
            this.heldBackPaste = facts;
            setTimeout(() => this.releasePaste(), PASTE_MS);
            return;
        }
        this.releasePaste();
        if (event.key !== "Dead") {
            event.preventDefault();
        }
        this.tracker.press(facts);
        if (this.tracker.isDoubtful) {
            setTimeout(() => this.tracker.settle(), DOUBT_MS);
        }
    }

    private up(event: KeyboardEvent): void {
        if (!this.isEnabled()) {
            return;
        }
        this.releasePaste();
        if (!this.isOwn(event.target)) {
            event.preventDefault();
        }
        this.tracker.release(factsOf(event));
    }
}

function factsOf(event: KeyboardEvent): KeyFacts {
    return { code: event.code, key: event.key, modifiers: modifierBits(event), repeat: event.repeat };
}

function madeByInputMethod(event: KeyboardEvent, entry: TextEntry): boolean {
    return (
        event.isComposing ||
        entry.isComposing ||
        event.key === "Process" ||
        event.key === "Unidentified" ||
        (event.keyCode === KEY_CODE_OF_INPUT_METHODS && event.key !== "Dead")
    );
}

/** The keys with which the browser pastes into a field. */
function isPaste(event: KeyboardEvent): boolean {
    const controlV = (event.ctrlKey || event.metaKey) && !event.altKey && event.code === "KeyV";
    const shiftInsert = event.shiftKey && !event.ctrlKey && event.code === "Insert";
    return controlV || shiftInsert;
}
