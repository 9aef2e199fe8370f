import { expect, test } from "vitest";
import {
    fitNarrow,
    fitScreen,
    keepReachable,
    layOutPage,
    programScale,
    resize,
    showAbove,
    showWhole,
    TITLE_BAR_PX,
    TOOL_BAR_PX,
    unionOf,
} from "../../../src/desktop/geometry.js";

const NO_LIMITS = { minWidth: 0, minHeight: 0, maxWidth: 0, maxHeight: 0 };

test("the program's scale is the nearest quarter from 1 to 4", () => {
    expect([0.5, 1, 1.1, 1.2, 1.5, 1.75, 2, 2.625, 5].map(programScale)).toEqual([
        1, 1, 1, 1.25, 1.5, 1.75, 2, 2.75, 4,
    ]);
});

test("pixels of the program lie on pixels of the screen", () => {
    for (const ratio of [0.8, 1, 1.1, 1.25, 1.5, 2.625, 3]) {
        const { scale, cssPerUnit } = layOutPage(1280, 800, ratio, "windows");
        expect((cssPerUnit * ratio) / scale).toBeCloseTo(1, 12);
    }
});

test("title bars and the tool bar have room beside the program's screen", () => {
    const layout = layOutPage(1280, 800, 1, "windows");
    expect(layout).toMatchObject({ width: 1280, height: 800 - TITLE_BAR_PX - TOOL_BAR_PX });
    expect(layout.origin).toEqual({ x: 0, y: TITLE_BAR_PX });
    expect(layOutPage(1280, 800, 1, "none")).toMatchObject({ width: 1280, height: 800, origin: { x: 0, y: 0 } });
});

test("what the viewer's keys cover is no part of the program's screen", () => {
    expect(layOutPage(1280, 800, 1, "windows", 120)).toMatchObject({ width: 1280, height: 800 - TITLE_BAR_PX - 120 });
    expect(layOutPage(1280, 800, 1, "none", 120)).toMatchObject({ height: 680 });
    const screen = { x: 0, y: 0, width: 1000, height: 1000 };
    expect(fitScreen(screen, 1, 1000, 800, "none", 300)).toEqual({ cssPerUnit: 0.5, origin: { x: 250, y: 0 } });
});

test("a window in front that reaches below is shifted up, as far as its title bar stays in sight", () => {
    const layout = layOutPage(1280, 800, 1, "windows", 166);
    const up = (y: number, height: number) =>
        TITLE_BAR_PX - showAbove(layout, layout, { x: 0, y, width: 300, height }).origin.y;
    expect(layout.height).toBe(600);
    expect(up(100, 500)).toBe(0);
    expect(up(100, 560)).toBe(60);
    expect(showAbove(layout, layout, null)).toEqual(layout);
});

test("a window in front that is too high for that is shown smaller, whole", () => {
    const layout = layOutPage(1280, 800, 1, "windows", 166);
    const { cssPerUnit, origin } = showAbove(layout, layout, { x: 0, y: 100, width: 300, height: 800 });
    expect(cssPerUnit).toBe(0.75);
    expect(origin).toEqual({ x: 160, y: TITLE_BAR_PX - 75 });
    expect(showAbove(layout, layout, { x: 0, y: 0, width: 1280, height: 2000 }).cssPerUnit).toBe(0.5);
});

test("a phone shows a program smaller, as far as its pixels are fine enough", () => {
    const phone = layOutPage(360, 740, 2.625, "windows");
    expect(phone.scale).toBe(2);
    expect(phone.width).toBe(472);
    expect(layOutPage(360, 740, 1, "windows")).toMatchObject({ scale: 1, width: 360 });
});

test("on a phone windows are asked to fit, as far as their limits allow", () => {
    const window = { x: 30, y: 30, width: 1000, height: 700 };
    expect(fitNarrow(window, NO_LIMITS, 472, 900)).toEqual({ width: 472, height: 700 });
    expect(fitNarrow(window, { ...NO_LIMITS, minWidth: 600 }, 472, 500)).toEqual({ width: 600, height: 500 });
    expect(fitNarrow(window, NO_LIMITS, 900, 500)).toEqual({ width: 1000, height: 700 });
});

test("another viewer's screen is fitted whole and never enlarged", () => {
    const screen = { x: 0, y: 0, width: 2000, height: 1000 };
    const { cssPerUnit, origin } = fitScreen(screen, 1, 1000, 800, "none");
    expect(cssPerUnit).toBe(0.5);
    expect(origin).toEqual({ x: 0, y: 150 });
    expect(fitScreen({ ...screen, width: 100, height: 100 }, 1, 1000, 800, "none").cssPerUnit).toBe(1);
});

test("a title bar never leaves the screen", () => {
    const size = { width: 300, height: 200 };
    expect(keepReachable({ x: 20, y: 30, ...size }, 800, 600)).toEqual({ x: 20, y: 30 });
    expect(keepReachable({ x: -900, y: -50, ...size }, 800, 600)).toEqual({ x: -252, y: 0 });
    expect(keepReachable({ x: 5000, y: 5000, ...size }, 800, 600)).toEqual({ x: 752, y: 599 });
});

test("dragging the left or top edge keeps the other edges where they are", () => {
    const start = { x: 100, y: 100, width: 200, height: 150 };
    expect(resize(start, { x: -1, y: -1 }, -20, 10, NO_LIMITS)).toEqual({ x: 80, y: 110, width: 220, height: 140 });
    expect(resize(start, { x: 1, y: 0 }, 30, 99, NO_LIMITS)).toEqual({ x: 100, y: 100, width: 230, height: 150 });
});

test("sizes stay within the program's limits", () => {
    const start = { x: 100, y: 100, width: 200, height: 150 };
    const limits = { minWidth: 150, minHeight: 100, maxWidth: 250, maxHeight: 0 };
    expect(resize(start, { x: -1, y: 1 }, 500, -500, limits)).toEqual({ x: 150, y: 100, width: 150, height: 100 });
    expect(resize(start, { x: 1, y: 1 }, 500, 500, limits)).toEqual({ x: 100, y: 100, width: 250, height: 650 });
});

test("the union of nothing is nothing", () => {
    expect(unionOf([])).toBeNull();
    expect(
        unionOf([
            { x: -10, y: 0, width: 20, height: 10 },
            { x: 5, y: 5, width: 10, height: 50 },
        ]),
    ).toEqual({ x: -10, y: 0, width: 25, height: 55 });
});

test("on a phone's screen a window is in sight as a whole, or beside it there is no room", () => {
    const place = (x: number, y: number, width: number) => keepReachable({ x, y, width, height: 160 }, 390, 700);
    expect(place(310, 690, 300)).toEqual({ x: 90, y: 540 });
    expect(place(-50, 10, 300)).toEqual({ x: 0, y: 10 });
    expect(place(310, 10, 438)).toEqual({ x: 0, y: 10 });
    expect(place(-48, 10, 438)).toEqual({ x: -48, y: 10 });
    expect(place(-400, 10, 438)).toEqual({ x: -48, y: 10 });
});

test("on a phone the page is zoomed out until the window in front is seen whole", () => {
    const layout = { ...layOutPage(390, 780, 2, "windows"), width: 400, height: 800, cssPerUnit: 1 };
    const { origin } = layout;
    const shown = (x: number, y: number, width: number, height: number) =>
        showWhole(layout, { x, y, width, height });
    expect(shown(0, 100, 400, 300)).toBe(layout);
    expect(shown(0, 100, 500, 300)).toEqual({ cssPerUnit: 0.8, origin });
    expect(shown(-100, 100, 500, 300)).toEqual({ cssPerUnit: 0.8, origin: { x: origin.x + 80, y: origin.y } });
    expect(shown(0, 0, 300, 1000)).toEqual({ cssPerUnit: 0.8, origin });
    expect(showWhole(layout, null)).toBe(layout);
});

test("a phone's page is not zoomed out beyond what can be read, nor is a desktop's", () => {
    const phone = { ...layOutPage(390, 780, 2, "windows"), width: 400, height: 800, cssPerUnit: 1 };
    const window = { x: -200, y: 0, width: 1000, height: 300 };
    expect(showWhole(phone, window)).toEqual({ cssPerUnit: 0.5, origin: phone.origin });
    const desktop = layOutPage(900, 700, 1, "windows");
    expect(showWhole(desktop, window)).toBe(desktop);
});
