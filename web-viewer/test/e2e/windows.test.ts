import { expect, test, vi } from "vitest";
import { WindowKind, WindowMode } from "../../src/gen/cc/protocol/display_pb.js";
import { crc32 } from "../../src/raster/crc32.js";
import { Replica } from "../../src/raster/replica.js";
import { canvasPixel } from "../support/colors.js";
import type { Scene } from "../support/scene.js";
import { openScene, useBrowser } from "../support/scene.js";

useBrowser();

const WAIT = { timeout: 8_000 };

async function dragBy(scene: Scene, fromX: number, fromY: number, dx: number, dy: number): Promise<void> {
    await scene.page.mouse.move(fromX, fromY);
    await scene.page.mouse.down();
    await scene.page.mouse.move(fromX + dx, fromY + dy, { steps: 4 });
    await scene.page.mouse.up();
}

test("a window is moved by its title bar; the program decides", async () => {
    const scene = await openScene();
    const { x, y } = await scene.content(1);
    await dragBy(scene, x + 100, y - 15, 70, 55);
    const asked = await scene.viewer.hear(
        "window",
        ({ request }) => request.case === "bounds" && request.value.x === 130 && request.value.y === 95,
    );
    expect(asked.request.value).toMatchObject({ width: 480, height: 320 });
    await vi.waitFor(async () => expect(await scene.content(1)).toMatchObject({ x: x + 70, y: y + 55 }), WAIT);
    expect(scene.viewer.all("pointer").every((pointer) => pointer.window !== 1 || pointer.buttons === 0)).toBe(true);
});

test("a title bar stays on the page however far it is dragged", async () => {
    const scene = await openScene();
    const { x, y } = await scene.content(1);
    await dragBy(scene, x + 100, y - 15, 0, -300);
    await vi.waitFor(async () => expect((await scene.content(1)).y).toBe(34), WAIT);
});

test("the viewer's keys cover neither a window in front nor what fills the page", async () => {
    const { page, viewer, program, content } = await openScene({
        prepare: (program) => program.add(1, { title: "Notes", x: 40, y: 160, width: 480, height: 470, focused: true }),
    });
    const before = await content(1);
    const keys = page.getByRole("group", { name: "Keys" });
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    const box = (await keys.boundingBox())!;
    expect(before.y + before.height).toBeGreaterThan(box.y);
    await vi.waitFor(async () => {
        const { y, height } = await content(1);
        expect(y + height).toBeLessThanOrEqual(box.y);
    }, WAIT);
    const offered = await viewer.hear("screens", ({ screens }) => screens[0]!.bounds!.height < 600);
    expect(offered.screens[0]!.bounds!.height).toBe(Math.floor(box.y) - 34);
    expect(program.windows.get(1)!.y).toBe(160);
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    await vi.waitFor(async () => expect(await content(1)).toEqual(before), WAIT);
});

test("a window that the program puts out of reach is asked back, once", async () => {
    const scene = await openScene();
    const window = scene.program.windows.get(1)!;
    window.y = -200;
    scene.program.tellWindows();
    await scene.viewer.hear("window", ({ request }) => request.case === "bounds" && request.value.y === 0);
    await vi.waitFor(async () => expect((await scene.content(1)).y).toBe(34), WAIT);
    expect(scene.viewer.all("window").filter(({ request }) => request.case === "bounds")).toHaveLength(1);
});

test("a window without a frame is asked back, too, and may cover the whole page", async () => {
    const { viewer, program } = await openScene({
        prepare: (program) => {
            program.add(1, { decorated: false, x: 1100, y: 900, width: 300, height: 200, focused: true });
            program.add(2, { decorated: false, x: 0, y: -20, width: 1000, height: 660 });
            program.add(3, { kind: WindowKind.POPUP, decorated: false, x: -500, y: -500, width: 100, height: 100 });
        },
    });
    const asked = await viewer.hear("window", ({ window, request }) => window === 1 && request.case === "bounds");
    expect(asked.request.value).toMatchObject({ width: 300, height: 200 });
    await vi.waitFor(() => expect(program.windows.get(1)!.x).toBeLessThan(1000), WAIT);
    expect(program.windows.get(1)!.y).toBeLessThan(700);
    expect(program.windows.get(2)).toMatchObject({ y: 0, width: 1000, height: 660 });
    expect(program.windows.get(3)).toMatchObject({ x: -500, y: -500 });
});

test("the bar has a button for each window that stands on its own, with or without a frame", async () => {
    const { page } = await openScene({
        prepare: (program) => {
            program.add(1, { title: "Notes" });
            program.add(2, { title: "Find", kind: WindowKind.DIALOG, owner: 1 });
            program.add(3, { title: "", decorated: false });
            program.add(4, { title: "", visible: false });
            program.add(5, { title: "Sign in", kind: WindowKind.DIALOG, owner: 4, focused: true });
            program.add(6, { title: "Splash", kind: WindowKind.POPUP, owner: 4, decorated: false });
        },
    });
    const tasks = page.locator(".task");
    await vi.waitFor(async () => expect(await tasks.allTextContents()).toEqual(["Notes", await page.title(), "Sign in"]), WAIT);
});

test("a window is resized by its edges within its limits, and the new pixels are exact", async () => {
    const scene = await openScene({
        prepare: (program) => program.add(1, { x: 200, y: 100, minWidth: 400, minHeight: 200, focused: true }),
    });
    const { x, y, width, height } = await scene.content(1);
    await dragBy(scene, x - 3, y + height + 3, 300, 40);
    await scene.viewer.hear(
        "window",
        ({ request }) => request.case === "bounds" && request.value.width === 400 && request.value.height === 360,
    );
    await vi.waitFor(
        async () => expect(await scene.content(1)).toEqual({ x: x + width - 400, y, width: 400, height: 360 }),
        WAIT,
    );
    const expected = new Replica();
    expected.apply(scene.program.paint(scene.program.windows.get(1)!).build());
    await vi.waitFor(async () => expect(await scene.checksums()).toEqual({ 1: crc32(expected.surfaces.get(1)) }), WAIT);
});

test("minimise, restore from the bar, maximise by double click, close", async () => {
    const { page, viewer, program } = await openScene();
    await page.getByRole("button", { name: "Minimise" }).click();
    await vi.waitFor(async () => expect(await page.locator(".window").isVisible()).toBe(false), WAIT);
    await page.locator(".task").click();
    await vi.waitFor(async () => expect(await page.locator(".window").isVisible()).toBe(true), WAIT);
    await page.locator(".title").dblclick();
    await viewer.hear("window", ({ request }) => request.case === "mode" && request.value === WindowMode.MAXIMIZED);
    await vi.waitFor(async () => expect(await page.getByRole("button", { name: "Restore" }).count()).toBe(1), WAIT);
    await page.getByRole("button", { name: "Close" }).first().click();
    await vi.waitFor(async () => expect(await page.locator(".window").count()).toBe(0), WAIT);
    expect(program.windows.size).toBe(0);
});

test("a press in a window behind asks to focus and raise it, before the press", async () => {
    const { page, viewer, content } = await openScene({
        prepare: (program) => {
            program.add(1, { x: 20, y: 20, width: 300 });
            program.add(2, { x: 400, y: 20, width: 300, focused: true });
        },
    });
    const { x, y } = await content(1);
    await page.mouse.click(x + 10, y + 10);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1);
    const told = viewer.heard.map((one) => (one.case === "window" ? one.value.request.case : one.case));
    const press = viewer.heard.findIndex((one) => one.case === "pointer" && one.value.buttons === 1);
    expect(told.slice(0, press)).toEqual(expect.arrayContaining(["focus", "raise"]));
    await vi.waitFor(async () => {
        expect(await page.locator(".window.active").getAttribute("aria-label")).toBe("Window 1");
    }, WAIT);
});

test("a blocked window is shaded, and a press in it points to the dialog", async () => {
    const { page, content } = await openScene({
        prepare: (program) => {
            program.add(1, { blocked: true });
            program.add(2, { kind: WindowKind.DIALOG, owner: 1, x: 150, y: 120, width: 250, height: 120, focused: true });
        },
    });
    expect(await page.locator(".window.blocked").count()).toBe(1);
    const { x, y } = await content(1);
    await page.mouse.click(x + 5, y + 5);
    await vi.waitFor(async () => expect(await page.locator(".window.attention").count()).toBe(1), {
        ...WAIT,
        interval: 10,
    });
});

test("menus lie over their owner's frame and outside of it", async () => {
    const { page, content } = await openScene({
        prepare: (program) => {
            program.add(1, { x: 100, y: 100, width: 200, height: 100, focused: true });
            program.add(2, { kind: WindowKind.POPUP, owner: 1, decorated: false, x: 50, y: 60, width: 120, height: 300 });
        },
    });
    expect(await content(2)).toEqual({ x: 50, y: 94, width: 120, height: 300 });
    const top = await page.evaluate(() => document.elementFromPoint(110, 120)?.closest("[data-window]")?.getAttribute("data-window"));
    expect(top).toBe("2");
    expect(await page.locator(".window.popup .title-bar").count()).toBe(0);
});

test("a window fills the page on request, without a frame, and goes back", async () => {
    const { page, viewer, content } = await openScene();
    await page.getByRole("button", { name: "Fill the page" }).click();
    await viewer.hear("screens", (layout) => layout.screens[0].bounds?.height === 700);
    await viewer.hear("window", ({ request }) => request.case === "bounds" && request.value.height === 700);
    await vi.waitFor(async () => expect(await content(1)).toEqual({ x: 0, y: 0, width: 1000, height: 700 }), WAIT);
    expect(await page.locator(".title-bar").count()).toBe(0);
    await page.locator(".tool-bar").hover();
    await page.getByRole("button", { name: "Fill the page" }).click();
    await viewer.hear("screens", (layout) => layout.screens[0].bounds?.height === 626);
    await vi.waitFor(async () => expect(await page.locator(".title-bar").count()).toBe(1), WAIT);
});

test("pixels are the screen's own at a device pixel ratio of 2", async () => {
    const { page, viewer, content } = await openScene({ context: { deviceScaleFactor: 2 } });
    expect((await viewer.hear("attach")).screens?.screens[0].scale).toBe(2);
    expect(await content(1)).toMatchObject({ width: 480, height: 320 });
    const size = await page.evaluate(() => {
        const canvas = document.querySelector("canvas.pixels") as HTMLCanvasElement;
        return [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight];
    });
    expect(size).toEqual([960, 640, 480, 320]);
});

test("a viewer without control sees the whole of a larger screen", async () => {
    const { content } = await openScene({
        prepare: (program) => {
            program.inControl = 99;
            program.screens = { screens: [{ bounds: { width: 2000, height: 1252 }, scale: 1 }] };
            program.add(1, { x: 1500, y: 900, width: 500, height: 352 });
        },
    });
    await vi.waitFor(async () => {
        const { x, y, width, height } = await content(1);
        expect([x, y, width, height]).toEqual([750, 484, 250, 176]);
    }, WAIT);
});

test("a viewer that was not told the screens sees all windows whole", async () => {
    const { program, content } = await openScene({
        prepare: (program) => {
            program.inControl = 99;
            program.tellsScreens = false;
            program.add(1, { x: 1000, y: 626, width: 1000, height: 626 });
        },
    });
    expect(program.windows.size).toBe(1);
    await vi.waitFor(async () => {
        const { x, y, width, height } = await content(1);
        expect([x, y, width, height].map(Math.round)).toEqual([500, 347, 500, 313]);
    }, WAIT);
});

test("resizing the page offers the program another screen", async () => {
    const { page, viewer } = await openScene();
    await page.setViewportSize({ width: 800, height: 600 });
    await viewer.hear("screens", ({ screens }) => screens[0].bounds?.width === 800 && screens[0].bounds?.height === 526);
});

test("cursors follow the program, custom and hidden ones too", async () => {
    const { page, viewer } = await openScene();
    const cursor = () => page.locator('[data-window="1"]').evaluate((element) => getComputedStyle(element).cursor);
    await viewer.tell({ case: "cursor", value: { window: 1, kind: 12 } });
    await vi.waitFor(async () => expect(await cursor()).toBe("pointer"), WAIT);
    await viewer.tell({ case: "cursor", value: { window: 1, kind: 15 } });
    await vi.waitFor(async () => expect(await cursor()).toBe("none"), WAIT);
    const image = { width: 2, height: 2, rgba: new Uint8Array(16).fill(255) };
    await viewer.tell({ case: "cursor", value: { window: 1, kind: 14, image, hotX: 1, hotY: 9 } });
    await vi.waitFor(async () => expect(await cursor()).toMatch(/^url\("data:image\/png.*"\) 1 1, default$/), WAIT);
});

test("a window moves out to a browser window of its own, with its menus, and back", async () => {
    const { page, viewer, program, context } = await openScene();
    const opened = context.waitForEvent("page");
    await page.locator(".title-bar").hover();
    await page.getByRole("button", { name: "Open in a browser window" }).click();
    const own = await opened;
    await vi.waitFor(async () => expect(await own.locator('[data-window="1"] canvas').count()).toBe(1), WAIT);
    expect(await page.locator('[data-window="1"]').count()).toBe(0);
    await vi.waitFor(async () => expect(await canvasPixel(own, 1, 10, 2)).toBe("#f3f4f7ff"), WAIT);
    program.add(2, { kind: WindowKind.POPUP, owner: 1, decorated: false, x: 80, y: 60, width: 90, height: 90 });
    program.tellWindows();
    await vi.waitFor(async () => expect(await own.locator('[data-window="2"]').boundingBox()).toMatchObject({ x: 20, y: 20 }), WAIT);
    await own.mouse.click(300, 200);
    await viewer.hear("pointer", (pointer) => pointer.window === 1 && pointer.x === 300 && pointer.buttons === 1);
    await own.keyboard.press("k");
    await viewer.hear("key", (key) => key.key === "k");
    await own.close();
    await vi.waitFor(async () => expect(await page.locator('[data-window="1"]').count()).toBe(1), WAIT);
    expect(program.windows.has(1)).toBe(true);
});

test("a window that moved out keeps its size on a screen of finer pixels, and its pixels stay sharp", async () => {
    const { page, context, content } = await openScene();
    const { width } = await content(1);
    const opened = context.waitForEvent("page");
    await page.locator(".title-bar").hover();
    await page.getByRole("button", { name: "Open in a browser window" }).click();
    const own = await opened;
    const canvas = own.locator('[data-window="1"] canvas');
    const looks = () =>
        canvas.evaluate((element) => [element.clientWidth, getComputedStyle(element).imageRendering, devicePixelRatio]);
    await vi.waitFor(async () => expect(await looks()).toEqual([width, "auto", 1]), WAIT);
    const devtools = await context.newCDPSession(own);
    const metrics = { width: 480, height: 300, deviceScaleFactor: 2, mobile: false };
    await devtools.send("Emulation.setDeviceMetricsOverride", metrics);
    await vi.waitFor(async () => expect(await looks()).toEqual([width, "pixelated", 2]), WAIT);
});

test("a dialog that is wider than a phone's page is seen whole while it is in front", async () => {
    const { page, program, viewer, content } = await openScene({
        context: { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
        prepare: (made) => {
            made.add(1, { x: 0, y: 0, width: 390, height: 600, focused: true });
            made.add(2, { kind: WindowKind.DIALOG, owner: 1, x: -55, y: 60, width: 500, height: 200, resizable: false });
        },
    });
    await vi.waitFor(async () => expect((await content(2)).width).toBeCloseTo(390, 0), WAIT);
    const { x, y, width, height } = await content(2);
    expect(x).toBeCloseTo(0, 0);
    expect(height).toBeCloseTo((200 * 390) / 500, 0);
    viewer.forget();
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    const press = await viewer.hear("pointer", ({ window, buttons }) => window === 2 && buttons === 1);
    expect(Math.abs(press.x - 250)).toBeLessThanOrEqual(1);
    expect(Math.abs(press.y - 100)).toBeLessThanOrEqual(1);
    expect(viewer.all("window").filter(({ request }) => request.case === "bounds")).toEqual([]);

    const dialog = program.windows.get(2)!;
    dialog.visible = false;
    program.tellWindows();
    await vi.waitFor(async () => expect(await content(1)).toMatchObject({ x: 0, width: 390 }), WAIT);
});
