import { expect, test, vi } from "vitest";
import { Modifier } from "../../src/gen/cc/protocol/display_pb.js";
import { openScene, useBrowser } from "../support/scene.js";

useBrowser();

test("keys carry their place and their text", async () => {
    const { page, viewer } = await openScene();
    await page.keyboard.press("Shift+A");
    await viewer.hear("key", (key) => key.key === "Shift" && !key.pressed);
    expect(viewer.all("key").map(({ usage, key, pressed, modifiers }) => [usage, key, pressed, modifiers])).toEqual([
        [0xe1, "Shift", true, Modifier.SHIFT],
        [0x04, "A", true, Modifier.SHIFT],
        [0x04, "A", false, Modifier.SHIFT],
        [0xe1, "Shift", false, 0],
    ]);
    expect(viewer.all("text")).toEqual([]);
});

test("named keys, and repetition", async () => {
    const { page, viewer } = await openScene();
    await page.keyboard.down("ArrowLeft");
    await page.keyboard.down("ArrowLeft");
    await page.keyboard.up("ArrowLeft");
    await page.keyboard.press("F5");
    await page.keyboard.press("Tab");
    await viewer.hear("key", (key) => key.key === "Tab" && !key.pressed);
    expect(viewer.all("key").map(({ key, pressed, repeat }) => `${pressed ? "+" : "-"}${key}${repeat ? "!" : ""}`)).toEqual(
        ["+ArrowLeft", "+ArrowLeft!", "-ArrowLeft", "+F5", "-F5", "+Tab", "-Tab"],
    );
});

test("a composition is told while it changes, and committed once", async () => {
    const { page, viewer, context } = await openScene();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
    await viewer.hear("text", (text) => text.composing === "に");
    await devtools.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
    await viewer.hear("text", (text) => text.composing === "にほ" && text.caret === 2);
    await devtools.send("Input.insertText", { text: "日本" });
    await viewer.hear("text", (text) => text.committed === "日本" && text.composing === "");
    expect(viewer.all("text").filter((text) => text.committed !== "")).toHaveLength(1);
    expect(viewer.all("key")).toEqual([]);
    await page.keyboard.press("a");
    await viewer.hear("key", (key) => key.key === "a");
});

test("a dead key is told by its place, and what it makes by its text", async () => {
    const { page, viewer, context } = await openScene();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Dead", code: "BracketLeft" });
    await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", key: "Dead", code: "BracketLeft" });
    await devtools.send("Input.dispatchKeyEvent", { type: "keyDown", key: "ê", code: "KeyE", text: "ê" });
    await devtools.send("Input.dispatchKeyEvent", { type: "keyUp", key: "ê", code: "KeyE" });
    await viewer.hear("key", (key) => key.key === "ê" && !key.pressed);
    expect(viewer.all("key").map(({ usage, key, pressed }) => [usage, key, pressed])).toEqual([
        [0x2f, "Dead", true],
        [0x2f, "Dead", false],
        [0x08, "ê", true],
        [0x08, "ê", false],
    ]);
    expect(viewer.all("text")).toEqual([]);
});

test("a modifier whose release the browser lost is released with the next event", async () => {
    const { page, viewer, context, content } = await openScene();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Control", code: "ControlLeft", modifiers: 2 });
    await viewer.hear("key", (key) => key.key === "Control" && key.pressed);
    const { x, y } = await content(1);
    await page.mouse.move(x + 5, y + 5);
    await viewer.hear("key", (key) => key.key === "Control" && !key.pressed);
});

test("keyboards of touch screens: text, deletion and new lines without keys", async () => {
    const { page, viewer, context } = await openScene({ context: { hasTouch: true, isMobile: true } });
    const devtools = await context.newCDPSession(page);
    await devtools.send("Input.insertText", { text: "hello " });
    await viewer.hear("text", (text) => text.committed === "hello ");
    const told = (inputType: string) =>
        page.evaluate((type) => {
            const field = document.querySelector(".text-entry")!;
            field.dispatchEvent(new InputEvent("beforeinput", { inputType: type, cancelable: true, bubbles: true }));
        }, inputType);
    await told("deleteContentBackward");
    await viewer.hear("key", (key) => key.key === "Backspace" && key.usage === 0x2a && !key.pressed);
    await told("insertLineBreak");
    await viewer.hear("key", (key) => key.key === "Enter" && key.usage === 0x28 && !key.pressed);
});

test("text that no key made is committed", async () => {
    const { page, viewer, context } = await openScene();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Input.insertText", { text: "😀" });
    await viewer.hear("text", (text) => text.committed === "😀");
});

test("the text field follows the program's caret, for input methods' windows", async () => {
    const { page, viewer, content } = await openScene();
    await viewer.tell({ case: "caret", value: { window: 1, x: 120, y: 70, height: 16, editable: true } });
    const { x, y } = await content(1);
    await vi.waitFor(async () => {
        const box = await page.locator(".text-entry").boundingBox();
        expect(box).toMatchObject({ x: Math.round(x + 120), y: Math.round(y + 70), height: 16 });
    });
});

test("pasted text goes out before the paste key", async () => {
    const { page, viewer, context } = await openScene();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(() => navigator.clipboard.writeText("from here"));
    await page.keyboard.press("Control+V");
    await viewer.hear("key", (key) => key.usage === 0x19 && key.pressed);
    const kinds = viewer.heard.map((one) => one.case);
    const key = viewer.heard.findIndex((one) => one.case === "key" && one.value.usage === 0x19);
    expect(kinds.indexOf("clipboard")).toBeGreaterThan(-1);
    expect(kinds.indexOf("clipboard")).toBeLessThan(key);
    expect(viewer.all("clipboard")[0].text).toBe("from here");
});

test("what the program copies is on the device's clipboard", async () => {
    const { page, viewer, context } = await openScene();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await viewer.tell({ case: "clipboard", value: { text: "from there" } });
    await vi.waitFor(async () => expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("from there"));
});

test("keys that are down when the keyboard goes elsewhere are released", async () => {
    const { page, viewer } = await openScene();
    await page.keyboard.down("Alt");
    await viewer.hear("key", (key) => key.key === "Alt");
    await page.evaluate(() => window.dispatchEvent(new Event("blur")));
    await viewer.hear("release");
});

test("the pointer is told in the window's coordinates", async () => {
    const { page, viewer, content } = await openScene();
    const { x, y } = await content(1);
    await page.mouse.move(x + 33, y + 44);
    await page.mouse.down();
    await page.mouse.up();
    await page.mouse.click(x + 35, y + 45, { button: "right" });
    await page.mouse.click(x + 36, y + 46, { button: "middle" });
    await viewer.hear("pointer", (pointer) => pointer.buttons === 2);
    const pressed = viewer.all("pointer").filter((pointer) => pointer.buttons !== 0);
    expect(pressed.map(({ window, x, y, buttons }) => [window, x, y, buttons])).toEqual([
        [1, 33, 44, 1],
        [1, 35, 45, 4],
        [1, 36, 46, 2],
    ]);
});

test("a drag goes on outside the window, in its coordinates, and ends where it is let go", async () => {
    const { page, viewer, content } = await openScene();
    const { x, y } = await content(1);
    await page.mouse.move(x + 10, y + 10);
    await page.mouse.down();
    await page.mouse.move(x - 30, y + 100, { steps: 4 });
    await page.mouse.up();
    await viewer.hear("pointer", (pointer) => pointer.buttons === 0 && pointer.x === -30 && pointer.y === 100);
    const dragged = viewer.all("pointer").filter((pointer) => pointer.buttons === 1);
    expect(dragged.every((pointer) => pointer.window === 1)).toBe(true);
    expect(dragged[dragged.length - 1]).toMatchObject({ x: -30, y: 100 });
});

test("wheel ticks arrive as notches, none lost", async () => {
    const { page, viewer, content } = await openScene();
    const { x, y } = await content(1);
    await page.mouse.move(x + 50, y + 60);
    for (let i = 0; i < 10; i++) {
        await page.mouse.wheel(0, 100);
    }
    await vi.waitFor(() => expect(viewer.all("wheel").reduce((sum, wheel) => sum + wheel.deltaY, 0)).toBe(1200));
    expect(viewer.all("wheel")[0]).toMatchObject({ window: 1, x: 50, y: 60, deltaX: 0 });
});

test("touch: tap, drag, long press, two fingers", async () => {
    const { page, viewer, content, context } = await openScene({ context: { hasTouch: true } });
    const { x, y } = await content(1);
    await page.touchscreen.tap(x + 20, y + 30);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1 && pointer.x === 20 && pointer.y === 30);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 0 && pointer.x === 20);

    const devtools = await context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...points: [number, number][]) =>
        devtools.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: points.map(([px, py], id) => ({ x: x + px, y: y + py, id })),
        });
    viewer.forget();
    await touch("touchStart", [40, 40]);
    await touch("touchMove", [80, 60]);
    await touch("touchMove", [120, 80]);
    await touch("touchEnd");
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1 && pointer.x === 40);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1 && pointer.x === 120 && pointer.y === 80);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 0 && pointer.x === 120);

    viewer.forget();
    await touch("touchStart", [60, 60]);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 4 && pointer.x === 60);
    await touch("touchEnd");

    viewer.forget();
    await touch("touchStart", [100, 100], [150, 100]);
    await touch("touchMove", [100, 60], [150, 60]);
    await touch("touchEnd");
    await viewer.hear("wheel", (wheel) => wheel.deltaY > 0);
    expect(viewer.all("pointer").every((pointer) => pointer.buttons === 0)).toBe(true);
});

test("shortcuts that the browser keeps are sent by the help panel's buttons", async () => {
    const { page, viewer } = await openScene();
    await page.getByRole("button", { name: "Help", exact: true }).click();
    await page.getByRole("button", { name: "Send Ctrl+W" }).click();
    await viewer.hear("key", (key) => key.key === "Control" && !key.pressed);
    expect(viewer.all("key").map(({ key, pressed }) => `${pressed ? "+" : "-"}${key}`)).toEqual([
        "+Control",
        "+w",
        "-w",
        "-Control",
    ]);
});

test("on-screen modifiers hold for the next key", async () => {
    const { page, viewer } = await openScene();
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    const ctrl = page.getByRole("button", { name: "Ctrl", exact: true });
    await ctrl.click();
    expect(await ctrl.getAttribute("aria-pressed")).toBe("true");
    await page.getByRole("button", { name: "F1", exact: true }).click();
    const f1 = await viewer.hear("key", (key) => key.key === "F1" && key.pressed);
    expect(f1.modifiers).toBe(Modifier.CTRL);
    expect(await ctrl.getAttribute("aria-pressed")).toBe("false");
});
