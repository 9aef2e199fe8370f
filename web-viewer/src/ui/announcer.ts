import { element, textButton } from "./dom.js";

const SHOWN_MS = 6_000;

/** Short messages at the page's edge, read out by screen readers; some ask a question. */
export class Announcer {
    readonly element = element("div", "notices");

    constructor() {
        this.element.setAttribute("role", "status");
        this.element.setAttribute("aria-live", "polite");
    }

    say(text: string): void {
        const notice = element("div", "notice", text);
        this.element.append(notice);
        setTimeout(() => notice.remove(), SHOWN_MS);
    }

    /** Asks until it is answered; `detail` is shown as it is, in full. */
    ask(question: string, detail: string, yes: string, onYes: () => void): void {
        const notice = element("div", "notice question");
        const answer = element("div", "notice-answers");
        answer.append(
            textButton(yes, "button primary", () => {
                notice.remove();
                onYes();
            }),
            textButton("Dismiss", "button", () => notice.remove()),
        );
        notice.append(element("div", "notice-text", question), element("code", "notice-detail", detail), answer);
        this.element.append(notice);
    }
}
