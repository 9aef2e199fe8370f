// Runs inside the page, before its own scripts: sees when pixels reach a canvas that can be seen.

/**
 * Adds window.ccBench. Every product ends by drawing to a 2D canvas of the page, so the drawing methods are wrapped:
 * after each call the watched strip of that canvas is read back and compared with what it was.
 */
export function installProbe() {
    const STRIP_HALF_HEIGHT = 10;
    const DRAWING = ["putImageData", "drawImage", "fillRect", "clearRect"];
    const MIN_WIDTH = 400;

    const probe = {
        lastDrawMs: 0,
        draws: 0,
        /** Latencies of the keys since `watch`, in ms. */
        latencies: [],
        unanswered: 0,
        strip: null,
        before: null,
        keyDownMs: null,
        watch,
        remember,
        middleOfChange,
        armed: false,
    };
    window.ccBench = probe;

    /** By geometry, since a canvas may be laid below what takes the events. */
    function canvasAt(x, y) {
        return allCanvases(document).findLast((canvas) => {
            const { left, top, right, bottom } = canvas.getBoundingClientRect();
            return canvas.width >= MIN_WIDTH && left <= x && x < right && top <= y && y < bottom;
        });
    }

    function allCanvases(root) {
        return [...root.querySelectorAll("*")].flatMap((element) => {
            const below = element.shadowRoot ? allCanvases(element.shadowRoot) : [];
            return element instanceof HTMLCanvasElement ? [element, ...below] : below;
        });
    }

    function readAll(canvas) {
        const { data } = original.getImageData.call(canvas.getContext("2d"), 0, 0, canvas.width, canvas.height);
        return new Uint32Array(data.buffer);
    }

    let remembered = null;

    /** Keeps the pixels of the canvas at a point of the page. */
    function remember(x, y) {
        const canvas = canvasAt(x, y);
        remembered = { canvas, pixels: readAll(canvas) };
    }

    /** The y in the page of the middle of the rows that are no more as remembered. */
    function middleOfChange() {
        const { canvas, pixels } = remembered;
        const now = readAll(canvas);
        const row = (i) => Math.floor(i / canvas.width);
        const first = row(now.findIndex((pixel, i) => pixel !== pixels[i]));
        const last = row(now.findLastIndex((pixel, i) => pixel !== pixels[i]));
        const box = canvas.getBoundingClientRect();
        return box.top + (((first + last) / 2) * box.height) / canvas.height;
    }

    /** Watches the line of text around a point of the page. */
    function watch(x, y) {
        const canvas = canvasAt(x, y);
        const box = canvas.getBoundingClientRect();
        const scale = canvas.height / box.height;
        probe.strip = {
            canvas,
            context: canvas.getContext("2d"),
            top: Math.round((y - box.top - STRIP_HALF_HEIGHT) * scale),
            height: Math.round(2 * STRIP_HALF_HEIGHT * scale),
        };
        probe.latencies = [];
        probe.unanswered = 0;
        probe.keyDownMs = null;
        probe.armed = true;
    }

    function readStrip() {
        const { canvas, context, top, height } = probe.strip;
        return new Uint32Array(original.getImageData.call(context, 0, top, canvas.width, height).data.buffer);
    }

    const prototype = CanvasRenderingContext2D.prototype;
    const original = { getImageData: prototype.getImageData };
    for (const name of DRAWING) {
        const draw = prototype[name];
        prototype[name] = function (...args) {
            const result = draw.apply(this, args);
            drawn(this.canvas);
            return result;
        };
    }

    function drawn(canvas) {
        if (canvas.width < MIN_WIDTH || !canvas.isConnected) {
            return;
        }
        probe.lastDrawMs = performance.now();
        probe.draws++;
        if (probe.keyDownMs !== null && canvas === probe.strip.canvas) {
            const now = readStrip();
            if (now.some((pixel, i) => pixel !== probe.before[i])) {
                probe.latencies.push(performance.now() - probe.keyDownMs);
                probe.keyDownMs = null;
            }
        }
    }

    // On the window and capturing: before any listener of the page.
    window.addEventListener(
        "keydown",
        () => {
            if (probe.armed) {
                if (probe.keyDownMs !== null) {
                    probe.unanswered++;
                }
                probe.before = readStrip();
                probe.keyDownMs = performance.now();
            }
        },
        true,
    );
}
