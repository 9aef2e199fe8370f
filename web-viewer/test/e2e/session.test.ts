import { expect, test, vi } from "vitest";
import { GoodbyeReason } from "../../src/gen/cc/protocol/display_pb.js";
import { crc32 } from "../../src/raster/crc32.js";
import { Replica } from "../../src/raster/replica.js";
import { canvasPixel } from "../support/colors.js";
import { CommandWriter } from "../support/command-writer.js";
import { openScene, useBrowser } from "../support/scene.js";

useBrowser();

const WAIT = { timeout: 8_000 };

test("the page attaches with its screen, shows the window, acknowledges, and is exact", async () => {
    const { viewer, program, page, checksums, stats } = await openScene();
    const attach = await viewer.hear("attach");
    expect(attach.protocolVersion).toBe(1);
    expect(attach.screens?.screens[0]).toMatchObject({ scale: 1, bounds: { width: 1000, height: 700 - 34 - 40 } });
    expect((await viewer.hear("ack")).sequence).toBe(1);
    const expected = new Replica();
    expected.apply(program.paint(program.windows.get(1)!).build());
    expect(await checksums()).toEqual({ 1: crc32(expected.surfaces.get(1)) });
    await vi.waitFor(async () => expect(await canvasPixel(page, 1, 10, 2)).toBe("#f3f4f7ff"), WAIT);
    expect(await page.title()).toBe("Notes");
    expect(await stats()).toMatchObject({ frames: 1, mismatches: 0, connections: 1 });
});

test("what a program calls its window is shown, not interpreted", async () => {
    const title = '<img src=x onerror="document.title=1">';
    const { page } = await openScene({ prepare: (program) => program.add(1, { title, focused: true }) });
    await vi.waitFor(async () => expect(await page.locator(".title").textContent()).toBe(title), WAIT);
    expect(await page.locator(".title img").count()).toBe(0);
});

test("frames reach the canvas, and checksums that differ are counted", async () => {
    const { page, program, viewer, checksums, stats } = await openScene({ query: "?verify" });
    expect((await viewer.hear("attach")).verify).toBe(true);
    const paint = new CommandWriter().target(1).color(0xff112233).fill(100, 50, 20, 20).build();
    const painted = program.draw(paint);
    await viewer.hear("ack", (ack) => ack.sequence === painted);
    await vi.waitFor(async () => expect(await canvasPixel(page, 1, 105, 55)).toBe("#112233ff"), WAIT);
    const right = (await checksums())[1];
    const last = program.draw(new Uint8Array(0), [
        { surface: 1, crc32: right },
        { surface: 1, crc32: right ^ 1 },
    ]);
    await viewer.hear("ack", (ack) => ack.sequence === last);
    await vi.waitFor(async () => expect(await stats()).toMatchObject({ verified: 2, mismatches: 1 }), WAIT);
});

test("a translucent surface keeps its alpha on the page", async () => {
    const { page, program, viewer } = await openScene({
        prepare: (program) => program.add(1, { translucent: true, decorated: false, width: 50, height: 50 }),
    });
    const fill = new CommandWriter().surface(2, 2, 50, 50).color(0x80402010).fill(0, 0, 50, 50).build();
    const sequence = program.draw(fill);
    program.windows.get(1)!.surface = 2;
    program.tellWindows();
    await viewer.hear("ack", (ack) => ack.sequence === sequence);
    await vi.waitFor(async () => expect(await canvasPixel(page, 1, 5, 5)).toBe("#80402080"), WAIT);
});

test("after a broken connection the viewer says so, connects by itself and is exact again", async () => {
    const { server, page, viewer, checksums, stats } = await openScene();
    const before = await checksums();
    const again = server.nextViewer();
    let release = (): void => undefined;
    server.hold = new Promise((resolve) => (release = resolve));
    viewer.socket.terminate();
    await vi.waitFor(async () => expect(await page.locator(".status-screen").isVisible()).toBe(true), WAIT);
    release();
    await (await again).hear("ack");
    await vi.waitFor(async () => expect(await page.locator(".status-screen").isVisible()).toBe(false), WAIT);
    expect(await checksums()).toEqual(before);
    expect((await stats()).connections).toBe(2);
    expect(await page.locator(".window").count()).toBe(1);
});

test("malformed drawing ends the connection with a reason, and the next connection is exact", async () => {
    const { server, program, viewer, checksums } = await openScene();
    const closed = new Promise<{ code: number; reason: string }>((resolve) =>
        viewer.socket.on("close", (code, reason) => resolve({ code, reason: String(reason) })),
    );
    const again = server.nextViewer();
    program.draw(new CommandWriter().target(1).fill(0, 0, 5000, 1).build());
    expect(await closed).toMatchObject({ code: 4003, reason: expect.stringContaining("not within the surface") });
    await (await again).hear("ack");
    expect(Object.keys(await checksums())).toEqual(["1"]);
});

test("a program that ended is not connected to again", async () => {
    const { server, page, viewer, status } = await openScene();
    await viewer.tell({ case: "goodbye", value: { reason: GoodbyeReason.PROGRAM_ENDED, text: "Exit 0." } });
    viewer.socket.close(4001);
    await vi.waitFor(async () => expect((await status()).kind).toBe("ended"), WAIT);
    expect(await page.locator(".status-title").textContent()).toBe("The program has ended");
    expect(await page.locator(".status-text").textContent()).toBe("Exit 0.");
    expect(server.viewers.length).toBe(1);
});

test("an end of which no more is known than its title is not said twice", async () => {
    const { page, viewer, status } = await openScene();
    await viewer.tell({ case: "goodbye", value: { reason: GoodbyeReason.PROGRAM_ENDED, text: "The program has ended." } });
    viewer.socket.close(4001);
    await vi.waitFor(async () => expect((await status()).kind).toBe("ended"), WAIT);
    expect(await page.locator(".status-text").textContent()).toBe("There is nothing more to show.");
});

test("a refused viewer says that it is not allowed", async () => {
    const { server, viewer, status } = await openScene();
    server.refuses = true;
    viewer.socket.terminate();
    await vi.waitFor(async () => expect(await status()).toMatchObject({ kind: "ended", title: "Not allowed" }), WAIT);
});

test("who only looks sends no input; who may control takes it with the badge", async () => {
    const { page, program, viewer, content } = await openScene({
        prepare: (program) => {
            program.inControl = 99;
            program.add(1, { focused: true });
        },
    });
    const { x, y } = await content(1);
    await page.mouse.click(x + 50, y + 50);
    await page.keyboard.press("a");
    await page.getByRole("button", { name: /Take control/ }).click();
    await viewer.hear("control", (control) => control.take);
    expect(viewer.all("pointer")).toEqual([]);
    expect(viewer.all("key")).toEqual([]);
    expect(program.inControl).toBe(viewer.id);
    await vi.waitFor(async () => expect(await page.locator(".badge").textContent()).toContain("You control"), WAIT);
    await page.mouse.click(x + 50, y + 50);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1);
});

test("a machine that may not drive the program says which may, and does not offer to take control", async () => {
    const { page, program } = await openScene({ prepare: (program) => (program.inputs = ["desk", "lectern"]) });
    await vi.waitFor(
        async () => expect(await page.locator(".badge").textContent()).toContain("Driven from desk, lectern"),
        WAIT,
    );
    expect(await page.locator(".badge").isDisabled()).toBe(true);
    expect(program.inControl).toBe(0);
});

test("while the program's machine is not reached the viewer says so and sends no input", async () => {
    const { page, program, viewer, content } = await openScene();
    const { x, y } = await content(1);
    const badge = page.locator(".badge");
    const notice = page.locator(".unreached");
    program.unreached = "m2";
    program.tellViewers();
    await vi.waitFor(async () => expect(await badge.textContent()).toContain("m2 is not reached"), WAIT);
    await vi.waitFor(async () => expect(await notice.isVisible()).toBe(true), WAIT);
    expect(await notice.textContent()).toContain("m2 is not reached");
    expect(await badge.isDisabled()).toBe(true);
    await page.mouse.click(x + 50, y + 50);
    await page.keyboard.press("a");
    program.unreached = "";
    program.tellViewers();
    await vi.waitFor(async () => expect(await badge.textContent()).toContain("You control"), WAIT);
    expect(await notice.isVisible()).toBe(false);
    await page.mouse.click(x + 60, y + 50);
    await viewer.hear("pointer", (pointer) => pointer.buttons === 1);
    expect(viewer.all("key")).toEqual([]);
});

test("who looks on sees where the one points who drives the program", async () => {
    const { page, viewer, content } = await openScene({
        prepare: (program) => {
            program.inControl = 99;
            program.add(1, {});
            program.add(2, {});
        },
    });
    await viewer.tell({ case: "pointer", value: { window: 1, x: 30, y: 40 } });
    const mark = page.locator(".other-pointer");
    await mark.waitFor();
    const { x, y } = await content(1);
    const box = (await mark.boundingBox())!;
    expect([box.x - x, box.y - y].map(Math.round)).toEqual([28, 39]);
    await viewer.tell({ case: "pointer", value: { window: 0, x: 0, y: 0 } });
    await mark.waitFor({ state: "detached" });
});

test("links are opened only after a confirmation, and only of allowed kinds", async () => {
    const { page, viewer } = await openScene();
    await viewer.tell({ case: "openLink", value: { uri: "javascript:alert(1)" } });
    await vi.waitFor(async () => expect(await page.locator(".notice").textContent()).toContain("not allowed"), WAIT);
    await viewer.tell({ case: "openLink", value: { uri: "https://example.org/?q=<b>" } });
    await vi.waitFor(async () => expect(await page.locator(".notice.question").count()).toBe(1), WAIT);
    expect(await page.locator(".notice-detail").textContent()).toBe("https://example.org/?q=%3Cb%3E");
    await page.getByRole("button", { name: "Dismiss" }).click();
    expect(await page.locator(".notice.question").count()).toBe(0);
});

test("the round trip is shown on request", async () => {
    const { page, viewer } = await openScene();
    expect(viewer.all("ping")).toEqual([]);
    await page.getByRole("button", { name: "Connection" }).click();
    await vi.waitFor(async () => expect(await page.locator(".stats").textContent()).toMatch(/Round trip[\d.]+ ms/), WAIT);
});
