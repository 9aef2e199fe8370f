import type { Desktop } from "../desktop/desktop.js";
import type { Host } from "../desktop/host.js";
import type { WindowView } from "../desktop/window-view.js";
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

    constructor(
        readonly host: Host,
        private readonly desktop: Desktop,
        tracker: KeyTracker,
        pointerListener: PointerListener,
        textListener: TextListener,
    ) {
        const { document } = host.window;
        this.entry = new TextEntry(document, {
            ...textListener,
            pasted: (text) => {
                textListener.pasted(text);
                this.keyboard.releasePaste();
            },
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

    /** Puts the text field where the program's caret is. */
    placeCaret(view: WindowView, caret: TextCaret): void {
        const box = view.content.getBoundingClientRect();
        const { cssPerUnit } = this.desktop.hostOf(view).placement();
        const left = box.left + caret.x * cssPerUnit;
        const top = box.top + caret.y * cssPerUnit;
        this.entry.place(left, top, caret.height * cssPerUnit);
    }
}
