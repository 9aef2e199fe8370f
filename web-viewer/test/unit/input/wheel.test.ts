import { expect, test } from "vitest";
import { WheelScale } from "../../../src/input/wheel.js";

function one(event: Parameters<WheelScale["add"]>[0]) {
    const scale = new WheelScale();
    scale.add(event);
    return scale.take();
}

test("a notch is 120, whatever the browser counts in", () => {
    const notch = { deltaX: 0, deltaY: 120 };
    expect(one({ deltaX: 0, deltaY: 100, deltaMode: 0 })).toEqual(notch);
    expect(one({ deltaX: 0, deltaY: 53, deltaMode: 0, wheelDeltaX: 0, wheelDeltaY: -120 })).toEqual(notch);
    expect(one({ deltaX: 0, deltaY: 3, deltaMode: 1 })).toEqual(notch);
    expect(one({ deltaX: 0, deltaY: 1, deltaMode: 2 })).toEqual({ deltaX: 0, deltaY: 1200 });
});

test("sideways and upwards", () => {
    expect(one({ deltaX: -3, deltaY: -3, deltaMode: 1 })).toEqual({ deltaX: -120, deltaY: -120 });
});

test("fractions are not lost", () => {
    const scale = new WheelScale();
    let sum = 0;
    for (let i = 0; i < 100; i++) {
        scale.add({ deltaX: 0, deltaY: 0.5, deltaMode: 0 });
        sum += scale.take()?.deltaY ?? 0;
    }
    expect(sum).toBe(60);
});
