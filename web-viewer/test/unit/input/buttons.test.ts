import { expect, test } from "vitest";
import { chordStrokes, strokeFor } from "../../../src/input/chords.js";
import { programButtons } from "../../../src/input/pointer-input.js";
import { Modifier } from "../../../src/gen/cc/protocol/display_pb.js";

test("middle and right change places", () => {
    expect([1, 2, 4, 8, 16, 7].map(programButtons)).toEqual([1, 4, 2, 8, 16, 7]);
});

test("a chord presses modifiers first and releases them last, in reverse", () => {
    const strokes = chordStrokes(Modifier.CTRL | Modifier.SHIFT, strokeFor("t"));
    expect(strokes.map((s) => `${s.pressed ? "+" : "-"}${s.key} ${s.modifiers}`)).toEqual([
        "+Control 2",
        "+Shift 3",
        "+t 3",
        "-t 3",
        "-Shift 2",
        "-Control 0",
    ]);
});
