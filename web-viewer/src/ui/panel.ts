import { element, iconButton } from "./dom.js";

let lastId = 0;

/** A small window of the viewer's own, beside the program's: it does not take the program away. */
export class Panel {
    readonly element = element("section", "panel");
    readonly body = element("div", "panel-body");
    private opener: HTMLElement | null = null;

    constructor(
        title: string,
        private readonly onToggle: (open: boolean) => void = () => undefined,
    ) {
        const id = `panel-title-${++lastId}`;
        const heading = element("h2", "panel-title", title);
        heading.id = id;
        const header = element("header", "panel-header");
        header.append(
            heading,
            iconButton("close", "Close", "panel-close", () => this.toggle(false)),
        );
        this.element.setAttribute("role", "dialog");
        this.element.setAttribute("aria-labelledby", id);
        this.element.tabIndex = -1;
        this.element.hidden = true;
        this.element.append(header, this.body);
        this.element.addEventListener("keydown", (event) => {
            if (event.key === "Escape") {
                event.stopPropagation();
                this.toggle(false);
            }
        });
    }

    get isOpen(): boolean {
        return !this.element.hidden;
    }

    toggle(open = !this.isOpen): void {
        if (open === this.isOpen) {
            return;
        }
        this.element.hidden = !open;
        if (open) {
            this.opener = document.activeElement as HTMLElement | null;
            this.element.focus();
        } else {
            this.opener?.focus();
        }
        this.onToggle(open);
    }
}
