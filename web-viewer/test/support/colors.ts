import type { Page } from "playwright-core";

/** The pixel of a window's canvas at device pixel (x, y), as #rrggbbaa. */
export function canvasPixel(page: Page, window: number, x: number, y: number): Promise<string> {
    return page.evaluate(
        ([id, px, py]) => {
            const canvas = document.querySelector<HTMLCanvasElement>(`[data-window="${id}"] canvas`)!;
            const { data } = canvas.getContext("2d")!.getImageData(px, py, 1, 1);
            return `#${[...data].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
        },
        [window, x, y] as const,
    );
}
