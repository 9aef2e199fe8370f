import { Modifier } from "../gen/cc/protocol/display_pb.js";

/** What keyboard, pointer and wheel events know of modifiers. */
export interface ModifierState {
    getModifierState(key: string): boolean;
    readonly ctrlKey: boolean;
    readonly shiftKey: boolean;
    readonly altKey: boolean;
    readonly metaKey: boolean;
}

const LOCKS: readonly [string, Modifier][] = [
    ["CapsLock", Modifier.CAPS_LOCK],
    ["NumLock", Modifier.NUM_LOCK],
    ["ScrollLock", Modifier.SCROLL_LOCK],
];

/** The lock keys' state, as Modifier bits. */
export function lockBits(event: ModifierState): number {
    return LOCKS.reduce((bits, [name, bit]) => (event.getModifierState(name) ? bits | bit : bits), 0);
}

/** All modifiers of an event, as Modifier bits. AltGr is one modifier: what some systems make it of is not told. */
export function modifierBits(event: ModifierState): number {
    const altGraph = event.getModifierState("AltGraph");
    let bits = lockBits(event);
    bits |= event.shiftKey ? Modifier.SHIFT : 0;
    bits |= event.ctrlKey && !altGraph ? Modifier.CTRL : 0;
    bits |= event.altKey && !altGraph ? Modifier.ALT : 0;
    bits |= event.metaKey ? Modifier.META : 0;
    bits |= altGraph ? Modifier.ALT_GRAPH : 0;
    return bits;
}

/** The modifier that a key is, by its `code`; 0 for all other keys. */
export function modifierOfCode(code: string, key: string): number {
    switch (code) {
        case "ShiftLeft":
        case "ShiftRight":
            return Modifier.SHIFT;
        case "ControlLeft":
        case "ControlRight":
            return Modifier.CTRL;
        case "AltLeft":
            return Modifier.ALT;
        case "AltRight":
            return key === "AltGraph" ? Modifier.ALT_GRAPH : Modifier.ALT;
        case "MetaLeft":
        case "MetaRight":
        case "OSLeft":
        case "OSRight":
            return Modifier.META;
        default:
            return 0;
    }
}
