/** Keeps the field from being empty, so that keyboards of touch screens tell of a deletion. */
const SENTINEL = "\u200b";

export interface TextListener {
    /** Text that no key press made. */
    committed(text: string): void;
    composing(text: string, caret: number): void;
    /** A named key that a keyboard without keys stands for. */
    namedKey(key: "Backspace" | "Delete" | "Enter"): void;
    pasted(text: string): void;
    blurred(): void;
    /** An input method begins: it asks now where the caret is. */
    starts(): void;
}

const NAMED_KEYS: Readonly<Record<string, "Backspace" | "Delete" | "Enter">> = {
    deleteContentBackward: "Backspace",
    deleteWordBackward: "Backspace",
    deleteSoftLineBackward: "Backspace",
    deleteContentForward: "Delete",
    deleteWordForward: "Delete",
    insertLineBreak: "Enter",
    insertParagraph: "Enter",
};

/**
 * An invisible text field that has the browser's keyboard focus: what input methods, dead keys, dictation and on-screen
 * keyboards write arrives here. It lies at the program's caret, where input methods put their windows.
 */
export class TextEntry {
    readonly element: HTMLTextAreaElement;
    private composes = false;
    private composed = "";

    constructor(
        document: Document,
        private readonly listener: TextListener,
    ) {
        const field = document.createElement("textarea");
        field.className = "text-entry";
        field.autocomplete = "off";
        field.spellcheck = false;
        field.setAttribute("autocapitalize", "off");
        field.setAttribute("autocorrect", "off");
        field.setAttribute("aria-label", "Keyboard input to the program");
        field.addEventListener("compositionstart", () => this.compositionStarts());
        field.addEventListener("compositionupdate", (event) => this.compositionChanges(event.data));
        field.addEventListener("compositionend", (event) => this.compositionEnds(event.data));
        field.addEventListener("beforeinput", (event) => this.beforeInput(event));
        field.addEventListener("input", () => this.tidy());
        field.addEventListener("paste", (event) => this.paste(event));
        field.addEventListener("blur", () => listener.blurred());
        this.element = field;
        this.tidy();
    }

    get isComposing(): boolean {
        return this.composes;
    }

    focus(): void {
        this.element.focus({ preventScroll: true });
    }

    /** Commits what is being composed: the person goes on elsewhere, which input methods do not see by themselves. */
    finishComposition(): void {
        if (this.composes) {
            this.element.blur();
            this.compositionEnds(this.composed);
            this.focus();
        }
    }

    /** Moves the field to the program's caret, in the page. */
    place(left: number, top: number, height: number): void {
        const style = this.element.style;
        style.left = `${Math.round(left)}px`;
        style.top = `${Math.round(top)}px`;
        style.height = `${Math.max(Math.round(height), 1)}px`;
    }

    /** Whether a touch screen's keyboard shows while the field has the focus. */
    wantKeyboard(wanted: boolean): void {
        const mode = wanted ? "text" : "none";
        if (this.element.inputMode !== mode) {
            this.element.inputMode = mode;
        }
    }

    private compositionStarts(): void {
        this.composes = true;
        this.composed = "";
        this.listener.starts();
        this.element.value = "";
    }

    private compositionChanges(text: string): void {
        this.composed = text;
        this.listener.composing(text, text.length);
    }

    private compositionEnds(text: string): void {
        if (!this.composes) {
            return;
        }
        this.composes = false;
        this.listener.committed(text);
        this.tidy();
    }

    private beforeInput(event: InputEvent): void {
        if (this.composes || event.isComposing) {
            return;
        }
        event.preventDefault();
        const key = NAMED_KEYS[event.inputType];
        if (key !== undefined) {
            this.listener.namedKey(key);
        } else if (event.inputType.startsWith("insert")) {
            const text = event.data ?? event.dataTransfer?.getData("text/plain") ?? "";
            if (text !== "") {
                this.listener.committed(text);
            }
        }
    }

    private paste(event: ClipboardEvent): void {
        event.preventDefault();
        this.listener.pasted(event.clipboardData?.getData("text/plain") ?? "");
    }

    private tidy(): void {
        if (!this.composes && this.element.value !== SENTINEL) {
            this.element.value = SENTINEL;
            this.element.setSelectionRange(SENTINEL.length, SENTINEL.length);
        }
    }
}
