import type { Stats } from "../statistics.js";
import { element } from "./dom.js";
import { Panel } from "./panel.js";

const UPDATE_MS = 1_000;
/** The first round trip is not shown a whole second later. */
const FIRST_ANSWER_MS = 200;

/** Round-trip time, frames and bytes, while it is open. */
export class StatsPanel {
    readonly panel = new Panel("Connection", (open) => this.toggled(open));
    private readonly values = new Map<string, HTMLElement>();
    private timer = 0;

    constructor(
        private readonly stats: () => Stats,
        private readonly ping: () => void,
    ) {
        const list = element("dl", "stats");
        for (const name of ["Round trip", "Frames", "Received", "Sent", "Frames in all", "Connections", "Checked"]) {
            const value = element("dd", "", "–");
            this.values.set(name, value);
            list.append(element("dt", "", name), value);
        }
        this.panel.body.append(list);
    }

    private toggled(open: boolean): void {
        clearInterval(this.timer);
        if (open) {
            this.update();
            setTimeout(() => this.show(), FIRST_ANSWER_MS);
            this.timer = window.setInterval(() => this.update(), UPDATE_MS);
        }
    }

    private update(): void {
        this.ping();
        this.show();
    }

    private show(): void {
        const s = this.stats();
        this.set("Round trip", s.roundTripMs === null ? "–" : `${s.roundTripMs.toFixed(1)} ms`);
        this.set("Frames", `${s.framesPerSecond} / s`);
        this.set("Received", `${bytes(s.bytesDown)} (${bytes(s.bytesDownPerSecond)}/s)`);
        this.set("Sent", bytes(s.bytesUp));
        this.set("Frames in all", s.frames.toLocaleString("en"));
        this.set("Connections", String(s.connections));
        this.set("Checked", s.verified === 0 ? "off" : `${s.verified}, ${s.mismatches} different`);
    }

    private set(name: string, text: string): void {
        this.values.get(name)!.textContent = text;
    }
}

/** A number of bytes for people: three digits and a unit. */
export function bytes(count: number): string {
    const units = ["B", "kB", "MB", "GB"];
    let value = count;
    let unit = 0;
    while (value >= 1_000 && unit < units.length - 1) {
        value /= 1_000;
        unit++;
    }
    return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}
