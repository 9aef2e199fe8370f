// X displays that are memory only.

import { existsSync } from "node:fs";
import { until } from "../processes.js";

const FIRST_DISPLAY = 71;
const LAST_DISPLAY = 199;

/** A display number that no X server uses. */
export function freeDisplay() {
    for (let display = FIRST_DISPLAY; display <= LAST_DISPLAY; display++) {
        if (!existsSync(`/tmp/.X11-unix/X${display}`) && !existsSync(`/tmp/.X${display}-lock`)) {
            return display;
        }
    }
    throw new Error("no free X display");
}

/** Waits until an X server takes connections. */
export function displayUp(display) {
    return until(`display :${display}`, () => existsSync(`/tmp/.X11-unix/X${display}`));
}
