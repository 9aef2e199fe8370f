import type { Announcer } from "./announcer.js";

const ALLOWED_SCHEMES = ["http:", "https:", "mailto:"];

/** The address if a program may ask to open it, else null. */
export function allowedLink(uri: string): URL | null {
    try {
        const url = new URL(uri);
        return ALLOWED_SCHEMES.includes(url.protocol) ? url : null;
    } catch {
        return null;
    }
}

/** Opens a link that the program asked for, after the person has seen it and agreed. */
export function offerLink(uri: string, announcer: Announcer): void {
    const url = allowedLink(uri);
    if (url === null) {
        announcer.say("The program asked to open a link of a kind that is not allowed here.");
        return;
    }
    const question = url.protocol === "mailto:" ? "The program wants to write an e-mail:" : "The program wants to open:";
    announcer.ask(question, url.href, "Open", () => {
        window.open(url.href, "_blank", "noopener,noreferrer");
    });
}
