import type { ClipboardLink } from "./clipboard-link.js";
import { element, textButton } from "./dom.js";
import { Panel } from "./panel.js";

/** For browsers that keep the clipboard from the page: text to and from the program by hand. */
export class ClipboardPanel {
    readonly panel = new Panel("Clipboard", (open) => open && this.update());
    private readonly text = element("textarea", "clipboard-text");
    private readonly result = element("p", "panel-note");

    constructor(private readonly clipboard: ClipboardLink) {
        const label = element("label", "panel-label", "The program's clipboard");
        this.text.id = "clipboard-text";
        label.htmlFor = this.text.id;
        this.text.rows = 6;
        this.text.spellcheck = false;
        this.result.setAttribute("role", "status");
        const buttons = element("div", "panel-buttons");
        buttons.append(
            textButton("Copy to device", "button", () => void this.copy()),
            textButton("Read device", "button", () => void this.read()),
            textButton("Give to the program", "button primary", () => this.give()),
        );
        this.panel.body.append(label, this.text, buttons, this.result);
        clipboard.onChange = () => this.panel.isOpen && this.update();
    }

    private update(): void {
        this.text.value = this.clipboard.programText;
        this.result.textContent = "";
    }

    private async copy(): Promise<void> {
        this.clipboard.programText = this.text.value;
        const copied = await this.clipboard.copy();
        this.result.textContent = copied ? "Copied." : "The browser does not allow it: copy the text above by hand.";
    }

    private async read(): Promise<void> {
        const text = await this.clipboard.read();
        if (text === null) {
            this.result.textContent = "The browser does not allow it: paste into the field above.";
            this.text.focus();
        } else {
            this.text.value = text;
            this.give();
        }
    }

    private give(): void {
        this.clipboard.toProgram(this.text.value);
        this.result.textContent = "The program has it now.";
    }
}
