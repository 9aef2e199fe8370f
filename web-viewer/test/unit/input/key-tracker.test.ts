import { expect, test } from "vitest";
import { Modifier } from "../../../src/gen/cc/protocol/display_pb.js";
import type { KeyFacts, Platform } from "../../../src/input/key-tracker.js";
import { KeyTracker } from "../../../src/input/key-tracker.js";

function tracker(platform: Platform = "other"): { keys: KeyTracker; told: string[] } {
    const told: string[] = [];
    const keys = new KeyTracker(platform, (s) => {
        told.push(`${s.pressed ? "+" : "-"}${s.usage.toString(16)} ${s.key} ${s.modifiers}${s.repeat ? " again" : ""}`);
    });
    return { keys, told };
}

function key(code: string, name: string, modifiers = 0, repeat = false): KeyFacts {
    return { code, key: name, modifiers, repeat };
}

test("a key has its place and what the layout makes of it", () => {
    const { keys, told } = tracker();
    keys.press(key("KeyY", "z"));
    keys.press(key("KeyY", "z", 0, true));
    keys.release(key("KeyY", "z"));
    expect(told).toEqual(["+1c z 0", "+1c z 0 again", "-1c z 0"]);
});

test("a release of what was not pressed is not told", () => {
    const { keys, told } = tracker();
    keys.release(key("Tab", "Tab"));
    expect(told).toEqual([]);
});

test("a modifier whose release was lost is released before the next key", () => {
    const { keys, told } = tracker();
    keys.press(key("AltLeft", "Alt", Modifier.ALT));
    keys.press(key("KeyA", "a", 0));
    expect(told).toEqual(["+e2 Alt 4", "-e2 Alt 0", "+4 a 0"]);
});

test("the pointer shows a lost release as well", () => {
    const { keys, told } = tracker();
    keys.press(key("ControlLeft", "Control", Modifier.CTRL));
    keys.repair(Modifier.CTRL);
    keys.repair(0);
    expect(told).toEqual(["+e0 Control 2", "-e0 Control 0"]);
});

test("Windows: the Control that comes with AltGr is not told", () => {
    const { keys, told } = tracker("windows");
    keys.press(key("ControlLeft", "Control", Modifier.CTRL));
    keys.press(key("AltRight", "AltGraph", Modifier.ALT_GRAPH));
    keys.press(key("KeyQ", "@", Modifier.ALT_GRAPH));
    keys.release(key("KeyQ", "@", Modifier.ALT_GRAPH));
    keys.release(key("ControlLeft", "Control"));
    keys.release(key("AltRight", "AltGraph"));
    expect(told).toEqual(["+e6 AltGraph 16", "+14 @ 16", "-14 @ 16", "-e6 AltGraph 0"]);
});

test("Windows: a Control of its own is told with the next key, or when its time is over", () => {
    const { keys, told } = tracker("windows");
    keys.press(key("ControlLeft", "Control", Modifier.CTRL));
    expect(told).toEqual([]);
    expect(keys.isDoubtful).toBe(true);
    keys.press(key("KeyC", "c", Modifier.CTRL));
    expect(told).toEqual(["+e0 Control 2", "+6 c 2"]);
});

test("Mac: Command is Control, and keys whose release it swallows are released with it", () => {
    const { keys, told } = tracker("mac");
    keys.press(key("MetaLeft", "Meta", Modifier.META));
    keys.press(key("KeyC", "c", Modifier.META));
    keys.release(key("MetaLeft", "Meta"));
    expect(told).toEqual(["+e0 Control 2", "+6 c 2", "-e0 Control 0", "-6 c 0"]);
    expect(keys.holdsAny).toBe(false);
});

test("keys without a place are told apart by their name", () => {
    const { keys, told } = tracker();
    keys.press(key("", "ArrowLeft"));
    keys.press(key("", "ArrowRight"));
    keys.release(key("", "ArrowLeft"));
    expect(told).toEqual(["+0 ArrowLeft 0", "+0 ArrowRight 0", "-0 ArrowLeft 0"]);
});
