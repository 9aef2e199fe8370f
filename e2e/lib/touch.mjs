// Fingers on a page, as Chromium's own touch emulation makes them.

const STEPS = 12;

export class Fingers {
    constructor(page, session) {
        this.page = page;
        this.session = session;
    }

    static async on(page) {
        return new Fingers(page, await page.context().newCDPSession(page));
    }

    async tap([x, y]) {
        await this.page.touchscreen.tap(x, y);
    }

    async doubleTap(spot) {
        await this.tap(spot);
        await this.tap(spot);
    }

    /** Holds a finger down until a condition, which gets no arguments, has come true. */
    async hold(spot, until) {
        await this.touch("touchStart", spot);
        await until();
        await this.touch("touchEnd");
    }

    async drag([x, y], dx, dy) {
        await this.glide([[x, y]], [[dx, dy]]);
    }

    /** Two fingers side by side move together. */
    async scroll([x, y], dy) {
        await this.glide(
            [
                [x - 30, y],
                [x + 30, y],
            ],
            [
                [0, dy],
                [0, dy],
            ],
        );
    }

    /** Two fingers move away from each other. */
    async spread([x, y], distance) {
        await this.glide(
            [
                [x, y - 20],
                [x, y + 20],
            ],
            [
                [0, -distance],
                [0, distance],
            ],
        );
    }

    async glide(from, by) {
        await this.touch("touchStart", ...from);
        for (let step = 1; step <= STEPS; step++) {
            const at = from.map(([x, y], i) => [x + (by[i][0] * step) / STEPS, y + (by[i][1] * step) / STEPS]);
            await this.touch("touchMove", ...at);
        }
        await this.touch("touchEnd");
    }

    async touch(type, ...spots) {
        await this.session.send("Input.dispatchTouchEvent", {
            type,
            touchPoints: spots.map(([x, y], id) => ({ x, y, id })),
        });
    }

    /** What an on-screen keyboard writes: text without keys. */
    async write(text) {
        await this.session.send("Input.insertText", { text });
    }
}
