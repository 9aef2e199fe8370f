import { expect, test } from "vitest";
import { Modifier } from "../../../src/gen/cc/protocol/display_pb.js";
import { modifierBits } from "../../../src/input/modifiers.js";

function event(...names: string[]) {
    return {
        getModifierState: (name: string) => names.includes(name),
        ctrlKey: names.includes("Control"),
        shiftKey: names.includes("Shift"),
        altKey: names.includes("Alt"),
        metaKey: names.includes("Meta"),
    };
}

test("modifiers and locks have a bit each", () => {
    expect(modifierBits(event("Shift", "Control", "CapsLock", "NumLock"))).toBe(
        Modifier.SHIFT | Modifier.CTRL | Modifier.CAPS_LOCK | Modifier.NUM_LOCK,
    );
});

test("AltGr is not Control and Alt", () => {
    expect(modifierBits(event("AltGraph", "Control", "Alt"))).toBe(Modifier.ALT_GRAPH);
});
