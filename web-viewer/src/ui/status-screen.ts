import type { Status } from "../session.js";
import { element, textButton } from "./dom.js";

/** A connection that is there again so soon needs no word about it. */
const SHOWN_AFTER_MS = 500;
const COUNTDOWN_STEP_MS = 500;

/** Says over the windows why nothing moves: connecting, waiting for the next attempt, or over. */
export class StatusScreen {
    readonly element = element("div", "status-screen");
    private readonly title = element("h1", "status-title");
    private readonly text = element("p", "status-text");
    private readonly spinner = element("div", "spinner");
    private readonly retry: HTMLButtonElement;
    private countTimer = 0;
    private revealTimer = 0;

    constructor(onRetry: () => void) {
        this.element.setAttribute("role", "status");
        this.element.setAttribute("aria-live", "polite");
        this.retry = textButton("Connect now", "button primary", onRetry);
        const card = element("div", "status-card");
        card.append(this.spinner, this.title, this.text, this.retry);
        this.element.append(card);
        this.element.hidden = true;
    }

    show(status: Status): void {
        clearTimeout(this.countTimer);
        switch (status.kind) {
            case "connected":
                this.reveal(false);
                break;
            case "connecting":
                this.say("Connecting…", "", true, null);
                this.revealSoon();
                break;
            case "waiting":
                this.say("Connection lost", status.reason, true, "Connect now");
                this.revealSoon();
                this.countDown(status.reason, status.retryAtMs);
                break;
            case "ended":
                this.say(status.title, status.reason, false, "Try again");
                this.reveal(true);
                break;
        }
    }

    private reveal(shown: boolean): void {
        clearTimeout(this.revealTimer);
        this.revealTimer = 0;
        this.element.hidden = !shown;
    }

    private revealSoon(): void {
        if (this.element.hidden && this.revealTimer === 0) {
            this.revealTimer = window.setTimeout(() => this.reveal(true), SHOWN_AFTER_MS);
        }
    }

    private say(title: string, text: string, busy: boolean, retry: string | null): void {
        this.title.textContent = title;
        this.text.textContent = text;
        this.spinner.hidden = !busy;
        this.retry.hidden = retry === null;
        this.retry.textContent = retry ?? "";
    }

    private countDown(reason: string, retryAtMs: number): void {
        const seconds = Math.ceil((retryAtMs - performance.now()) / 1_000);
        if (seconds > 1) {
            this.text.textContent = `${reason} Trying again in ${seconds} s.`;
            this.countTimer = window.setTimeout(() => this.countDown(reason, retryAtMs), COUNTDOWN_STEP_MS);
        }
    }
}
