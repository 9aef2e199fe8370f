import { ProtocolError } from "../wire/message-splitter.js";
import { Color } from "./color.js";
import { RECENT_COLORS } from "./limits.js";

const OPAQUE_BLACK = 0xff000000;

/** The colour register and the colours before it: the newest is first, and is the colour. */
export class RecentColors {
    private readonly colors = [new Color(OPAQUE_BLACK)];

    get current(): Color {
        return this.colors[0];
    }

    add(word: number): void {
        if (this.colors.length === RECENT_COLORS) {
            this.colors.pop();
        }
        this.colors.unshift(new Color(word));
    }

    /** @throws ProtocolError if there are not so many colours */
    moveToFront(place: number): void {
        if (place >= this.colors.length) {
            throw new ProtocolError(`there are only ${this.colors.length} recent colours`);
        }
        this.colors.unshift(this.colors.splice(place, 1)[0]);
    }
}
