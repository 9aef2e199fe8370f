import type { Desktop } from "../desktop/desktop.js";
import type { Host } from "../desktop/host.js";
import type { TextCaret } from "../gen/cc/protocol/display_pb.js";
import type { KeyTracker } from "./key-tracker.js";
import { KeyboardInput } from "./keyboard-input.js";
import type { PointerListener } from "./pointer-input.js";
import { PointerInput } from "./pointer-input.js";
import type { TextListener } from "./text-entry.js";
import { TextEntry } from "./text-entry.js";

/** The input of one browser window: the page, or a window that was moved out of it. */
export class HostInput {
    readonly entry: TextEntry;
    readonly pointer: PointerInput;
    private readonly keyboard: KeyboardInput;
    private caret: TextCaret | null = null;

    constructor(
        readonly host: Host,
        private readonly desktop: Desktop,
        tracker: KeyTracker,
        pointerListener: PointerListener,
        textListener: Omit<TextListener, "starts">,
    ) {
        const { document } = host.window;
        this.entry = new TextEntry(document, {
            ...textListener,
            pasted: (text) => {
                textListener.pasted(text);
                this.keyboard.releasePaste();
            },
            starts: () => this.placeEntry(),
        });
        host.layer.append(this.entry.element);
        this.pointer = new PointerInput(host, desktop, pointerListener);
        this.keyboard = new KeyboardInput(
            host.window,
            tracker,
            this.entry,
            () => pointerListener.isEnabled(),
            (target) => target !== document.body && target !== this.entry.element && target !== document.documentElement,
        );
    }

    /** The program's caret is somewhere else. */
    setCaret(caret: TextCaret): void {
        this.caret = caret;
        this.placeEntry();
    }

    /** Puts the text field where the program's caret is now: its window may have moved since. */
    private placeEntry(): void {
        const { caret } = this;
        const view = caret === null ? undefined : this.desktop.views.get(caret.window);
        if (caret !== null && view !== undefined && this.desktop.hostOf(view) === this.host) {
            const box = view.content.getBoundingClientRect();
            const { cssPerUnit } = this.host.placement();
            const left = box.left + caret.x * cssPerUnit;
            const top = box.top + caret.y * cssPerUnit;
            this.entry.place(left, top, caret.height * cssPerUnit);
        }
    }
}
