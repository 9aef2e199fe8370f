/** Longest text that is passed on, in UTF-16 units. */
const MAX_TEXT = 4 * 1024 * 1024;

/**
 * Text between the program's clipboard and this device's. The program's text is put on the device's clipboard at once
 * where the browser lets the page, else with the person's next action; the other way only when the person pastes.
 */
export class ClipboardLink {
    /** What the program copied last. */
    programText = "";
    onChange: () => void = () => undefined;
    private pending: string | null = null;
    private lastSent: string | null = null;

    constructor(private readonly send: (text: string) => void) {
        for (const action of ["pointerup", "keyup"]) {
            window.addEventListener(action, () => void this.retry(), { capture: true });
        }
    }

    fromProgram(text: string): void {
        this.programText = text;
        this.lastSent = null;
        this.pending = text;
        void this.retry();
        this.onChange();
    }

    /** The person pasted: the program's clipboard becomes this. */
    toProgram(text: string): void {
        const sent = text.slice(0, MAX_TEXT);
        if (sent !== "" && sent !== this.lastSent) {
            this.lastSent = sent;
            this.send(sent);
        }
    }

    /** Copies the program's text; must be called from a person's action. False if the browser does not let it. */
    async copy(): Promise<boolean> {
        try {
            await navigator.clipboard.writeText(this.programText);
            return true;
        } catch {
            return this.copyByEvent(this.programText);
        }
    }

    /** This device's text; null if the browser does not let the page read it. */
    async read(): Promise<string | null> {
        try {
            return await navigator.clipboard.readText();
        } catch {
            return null;
        }
    }

    private async retry(): Promise<void> {
        const text = this.pending;
        if (text === null || text === "") {
            return;
        }
        try {
            await navigator.clipboard.writeText(text);
            if (this.pending === text) {
                this.pending = null;
            }
        } catch {
            // Not now: the person's next action tries again.
            if (navigator.clipboard === undefined && this.copyByEvent(text)) {
                this.pending = null;
            }
        }
    }

    /** The older way, which also works where the page is not a secure context. */
    private copyByEvent(text: string): boolean {
        let copied = false;
        const put = (event: ClipboardEvent): void => {
            event.clipboardData?.setData("text/plain", text);
            event.preventDefault();
            event.stopPropagation();
            copied = true;
        };
        document.addEventListener("copy", put, { capture: true, once: true });
        document.execCommand("copy");
        document.removeEventListener("copy", put, { capture: true });
        return copied;
    }
}
