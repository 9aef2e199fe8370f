import { Modifier } from "../gen/cc/protocol/display_pb.js";
import type { KeyStroke } from "./key-tracker.js";
import { usageOf } from "./key-usages.js";

const MODIFIER_KEYS: readonly [Modifier, string, string][] = [
    [Modifier.CTRL, "ControlLeft", "Control"],
    [Modifier.ALT, "AltLeft", "Alt"],
    [Modifier.SHIFT, "ShiftLeft", "Shift"],
    [Modifier.META, "MetaLeft", "Meta"],
];

/** A key by what it makes on a plain keyboard: a letter, a digit, or the name of a named key. */
export function strokeFor(key: string): { usage: number; key: string } {
    if (/^[a-z]$/i.test(key)) {
        return { usage: usageOf(`Key${key.toUpperCase()}`), key };
    }
    if (/^[0-9]$/.test(key)) {
        return { usage: usageOf(`Digit${key}`), key };
    }
    return { usage: usageOf(key), key };
}

/** Presses the modifiers, presses and releases the key, releases the modifiers. */
export function chordStrokes(modifiers: number, { usage, key }: { usage: number; key: string }): KeyStroke[] {
    const held = MODIFIER_KEYS.filter(([bit]) => (modifiers & bit) !== 0);
    const strokes: KeyStroke[] = [];
    let down = 0;
    for (const [bit, code, name] of held) {
        down |= bit;
        strokes.push({ usage: usageOf(code), key: name, pressed: true, modifiers: down, repeat: false });
    }
    strokes.push({ usage, key, pressed: true, modifiers: down, repeat: false });
    strokes.push({ usage, key, pressed: false, modifiers: down, repeat: false });
    for (const [bit, code, name] of held.reverse()) {
        down &= ~bit;
        strokes.push({ usage: usageOf(code), key: name, pressed: false, modifiers: down, repeat: false });
    }
    return strokes;
}
