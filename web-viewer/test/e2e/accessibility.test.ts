import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import { WindowKind, WindowMode } from "../../src/gen/cc/protocol/display_pb.js";
import { openScene, useBrowser } from "../support/scene.js";

useBrowser();

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WAIT = { timeout: 8_000 };

/** What axe finds wrong with the page, one line each. */
async function problems(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate(async () => {
        const { axe } = window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> };
        };
        return (await axe.run()).violations;
    });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1000, 360]) {
        test(`the viewer's own controls pass, ${colorScheme}, ${width} wide`, async () => {
            const { page, viewer } = await openScene({
                context: { viewport: { width, height: 720 }, colorScheme, reducedMotion: "reduce" },
                prepare: (program) => {
                    program.add(1, { title: "Notes", x: 0, y: 0, width: 300, blocked: true });
                    program.add(2, { kind: WindowKind.DIALOG, owner: 1, x: 20, y: 60, width: 250, height: 90, focused: true });
                    program.add(3, { title: "Another", mode: WindowMode.ICONIFIED });
                },
            });
            expect(await problems(page)).toEqual([]);
            for (const name of ["Help", "Connection", "Clipboard", "Keys"]) {
                if (width === 360) {
                    await page.getByRole("button", { name: "More" }).click();
                }
                await page.getByRole("button", { name, exact: true }).click();
                expect(await problems(page), name).toEqual([]);
            }
            await viewer.tell({ case: "openLink", value: { uri: "https://example.org/" } });
            await vi.waitFor(async () => expect(await page.locator(".notice").count()).toBe(1), WAIT);
            expect(await problems(page)).toEqual([]);
            await viewer.tell({ case: "goodbye", value: { reason: 1 } });
            viewer.socket.close(4001);
            await vi.waitFor(async () => expect(await page.locator(".status-screen").isVisible()).toBe(true), WAIT);
            expect(await problems(page)).toEqual([]);
        });
    }
}

test("the viewer's controls are reached and left by keyboard", async () => {
    const { page } = await openScene();
    await page.keyboard.press("Control+Alt+Shift+T");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.className);
    expect(await focused()).toBe("task focused");
    for (let i = 0; i < 10 && (await focused()) !== "Help"; i++) {
        await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    expect(await page.getByRole("dialog", { name: "Help" }).isVisible()).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog", { name: "Help" }).isVisible()).toBe(false);
    expect(await focused()).toBe("Help");
});
