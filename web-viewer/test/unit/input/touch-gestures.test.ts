import { expect, test } from "vitest";
import { TouchGestures } from "../../../src/input/touch-gestures.js";

function touches() {
    const told: string[] = [];
    let pending: (() => void) | null = null;
    const gestures = new TouchGestures(
        {
            move: ({ x, y }) => told.push(`move ${x},${y}`),
            press: ({ x, y }, button) => told.push(`press ${button} ${x},${y}`),
            release: ({ x, y }) => told.push(`release ${x},${y}`),
            scroll: (_at, dx, dy) => told.push(`scroll ${dx},${dy}`),
        },
        (callback) => {
            pending = callback;
            return () => (pending = null);
        },
    );
    return { gestures, told, waitLong: () => pending?.() };
}

test("a tap is a click", () => {
    const { gestures, told } = touches();
    gestures.down(1, { x: 10, y: 20 });
    gestures.up(1, { x: 12, y: 21 }, 100);
    expect(told).toEqual(["move 10,20", "move 10,20", "press left 10,20", "release 10,20"]);
});

test("a second tap nearby hits the same spot, so that it is a double click", () => {
    const { gestures, told } = touches();
    gestures.down(1, { x: 10, y: 20 });
    gestures.up(1, { x: 10, y: 20 }, 100);
    gestures.down(2, { x: 25, y: 24 });
    gestures.up(2, { x: 25, y: 24 }, 300);
    expect(told.filter((one) => one.startsWith("press"))).toEqual(["press left 10,20", "press left 10,20"]);
});

test("a moving finger drags from where it began", () => {
    const { gestures, told } = touches();
    gestures.down(1, { x: 10, y: 10 });
    gestures.move(1, { x: 12, y: 10 });
    gestures.move(1, { x: 40, y: 10 });
    gestures.up(1, { x: 50, y: 10 }, 400);
    expect(told).toEqual(["move 10,10", "press left 10,10", "move 40,10", "release 50,10"]);
});

test("a long press is the right button, and lifting does nothing more", () => {
    const { gestures, told, waitLong } = touches();
    gestures.down(1, { x: 5, y: 6 });
    waitLong();
    gestures.move(1, { x: 90, y: 6 });
    gestures.up(1, { x: 90, y: 6 }, 900);
    expect(told).toEqual(["move 5,6", "press right 5,6", "release 5,6"]);
});

test("two fingers scroll by their mean", () => {
    const { gestures, told } = touches();
    gestures.down(1, { x: 0, y: 0 });
    gestures.down(2, { x: 50, y: 0 });
    gestures.move(1, { x: 0, y: -10 });
    gestures.move(2, { x: 50, y: -10 });
    gestures.up(1, { x: 0, y: -10 }, 300);
    gestures.move(2, { x: 50, y: 80 });
    gestures.up(2, { x: 50, y: 80 }, 350);
    expect(told).toEqual(["move 0,0", "scroll 0,-5", "scroll 0,-5"]);
});

test("a touch that the browser takes away releases the drag", () => {
    const { gestures, told } = touches();
    gestures.down(1, { x: 0, y: 0 });
    gestures.move(1, { x: 30, y: 0 });
    gestures.cancel(1);
    expect(told[told.length - 1]).toMatch(/^release/);
});
