import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import type { Status } from "../../src/session.js";
import type { Stats } from "../../src/statistics.js";
import { launchBrowser } from "./browser.js";
import { FakeProgram } from "./fake-program.js";
import type { FakeViewer } from "./fake-server.js";
import { FakeServer } from "./fake-server.js";

let browser: Browser;

/** Launches one browser for all tests of a file. */
export function useBrowser(): void {
    beforeAll(async () => {
        browser = await launchBrowser();
    });
    afterAll(async () => {
        await browser?.close();
    });
}

/** A made-up program with its screen proxy, and a page that shows it. */
export interface Scene {
    server: FakeServer;
    program: FakeProgram;
    context: BrowserContext;
    page: Page;
    /** The page's connection. */
    viewer: FakeViewer;
    stats(): Promise<Stats>;
    status(): Promise<Status>;
    checksums(): Promise<Record<number, number>>;
    /** Where a window's content is in the page. */
    content(window: number): Promise<{ x: number; y: number; width: number; height: number }>;
}

export interface SceneOptions {
    context?: BrowserContextOptions;
    query?: string;
    prepare?: (program: FakeProgram) => void;
}

/** Opens a scene with one window (number 1) unless `prepare` makes others; it is closed when the test is over. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
    const server = await FakeServer.start();
    const program = new FakeProgram(server);
    if (options.prepare === undefined) {
        program.add(1, { title: "Notes", x: 60, y: 40, focused: true });
    } else {
        options.prepare(program);
    }
    const context = await browser.newContext({ viewport: { width: 1000, height: 700 }, ...options.context });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) {
            faults.push(message.text());
        }
    });
    onTestFinished(async () => {
        await context.close();
        await server.stop();
        expect(faults).toEqual([]);
    });
    const connected = server.nextViewer();
    await page.goto(server.address + (options.query ?? ""));
    const viewer = await connected;
    await viewer.hear("ack");
    const scene: Scene = {
        server,
        program,
        context,
        page,
        viewer,
        stats: () => page.evaluate(() => window.ccViewer!.stats()),
        status: () => page.evaluate(() => window.ccViewer!.status()),
        checksums: () => page.evaluate(() => window.ccViewer!.checksums()),
        content: async (id) => (await page.locator(`[data-window="${id}"]`).boundingBox())!,
    };
    return scene;
}
