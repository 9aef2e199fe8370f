import { element } from "./dom.js";

/** Says over the windows that the program's machine is not reached: what shows is an old picture, and input goes nowhere. */
export class UnreachedNotice {
    readonly element = element("div", "unreached");

    constructor() {
        this.element.setAttribute("role", "status");
        this.element.hidden = true;
    }

    /** `machine` is empty while the program is reached. */
    show(machine: string): void {
        this.element.hidden = machine === "";
        this.element.textContent =
            machine === "" ? "" : `${machine} is not reached: this is the last picture, and keys and clicks go nowhere.`;
    }
}
