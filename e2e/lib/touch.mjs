// Fingers on a page, as Chromium's own touch emulation makes them. They do not wait for the page between the events of
// one gesture: on a busy machine it would take so long that it is another one, a long press.

/** Into how many movements a gesture is split: a drag is quickly known for one. */
const DRAG_STEPS = 2;
const TWO_FINGER_STEPS = 12;

export class Fingers {
    constructor(session) {
        this.session = session;
    }

    static async on(page) {
        return new Fingers(await page.context().newCDPSession(page));
    }

    async tap(spot) {
        await Promise.all([this.touch("touchStart", spot), this.touch("touchEnd")]);
    }

    async doubleTap(spot) {
        await Promise.all([this.tap(spot), this.tap(spot)]);
    }

    /** Holds a finger down until a condition, which gets no arguments, has come true. */
    async hold(spot, until) {
        await this.touch("touchStart", spot);
        await until();
        await this.touch("touchEnd");
    }

    async drag([x, y], dx, dy) {
        await this.glide([[x, y]], [[dx, dy]], DRAG_STEPS);
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
            TWO_FINGER_STEPS,
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
            TWO_FINGER_STEPS,
        );
    }

    async glide(from, by, steps) {
        const touches = [this.touch("touchStart", ...from)];
        for (let step = 1; step <= steps; step++) {
            const at = from.map(([x, y], i) => [x + (by[i][0] * step) / steps, y + (by[i][1] * step) / steps]);
            touches.push(this.touch("touchMove", ...at));
        }
        await Promise.all([...touches, this.touch("touchEnd")]);
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
