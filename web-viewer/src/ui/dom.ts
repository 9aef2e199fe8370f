import type { IconName } from "./icons.js";
import { icon } from "./icons.js";

/** An element with a class and text (never markup: what programs say is shown, not interpreted). */
export function element<K extends keyof HTMLElementTagNameMap>(
    tag: K,
    className = "",
    text = "",
): HTMLElementTagNameMap[K] {
    const made = document.createElement(tag);
    if (className !== "") {
        made.className = className;
    }
    if (text !== "") {
        made.textContent = text;
    }
    return made;
}

/** A button that shows a pictogram and is named by its label. */
export function iconButton(name: IconName, label: string, className: string, onPress: () => void): HTMLButtonElement {
    const button = element("button", className);
    button.type = "button";
    button.title = label;
    button.setAttribute("aria-label", label);
    button.append(icon(name));
    button.addEventListener("click", onPress);
    return button;
}

/** A button with text. */
export function textButton(label: string, className: string, onPress: () => void): HTMLButtonElement {
    const button = element("button", className, label);
    button.type = "button";
    button.addEventListener("click", onPress);
    return button;
}
