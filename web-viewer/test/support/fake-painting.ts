import type { CommandWriter } from "./command-writer.js";

/** Something like an editor: bars for lines of text. */
export function paintEditor(writer: CommandWriter, width: number, height: number, scale: number): void {
    const s = (units: number) => Math.round(units * scale);
    const rect = boxed(writer, width, height);
    rect(0xffffffff, 0, 0, width, height);
    rect(0xfff3f4f7, 0, 0, width, s(26));
    rect(0xffd9dce3, 0, s(26), width, 1);
    [0, 52, 104, 160].forEach((x, i) => rect(0xff596273, s(12 + x), s(11), s(28 + (i % 2) * 8), s(5)));
    rect(0xfff8f9fb, 0, s(27), s(130), height);
    rect(0xffe2e5eb, s(130), s(27), 1, height);
    for (let y = 44, i = 0; y < height / scale - 12; y += 22, i++) {
        if (i === 2) {
            rect(0xffdbe6ff, s(6), s(y - 8), s(118), s(21));
        }
        rect(i === 2 ? 0xff2353c8 : 0xff8f98a8, s(16), s(y), s(54 + ((i * 37) % 46)), s(5));
    }
    for (let y = 46, i = 0; y < height / scale - 12; y += 18, i++) {
        const indent = (i % 5 === 0 ? 0 : 1 + (i % 3)) * 16;
        const colors = [0xff3c4454, 0xff7a3e9d, 0xff2d6cdf, 0xff3c4454, 0xff1e7d54];
        let x = 150 + indent;
        for (let word = 0; word < 2 + ((i * 7) % 4); word++) {
            const length = 24 + ((i * 31 + word * 53) % 60);
            rect(colors[(i + word) % colors.length], s(x), s(y), s(length), s(5));
            x += length + 9;
        }
    }
}

/** Something like a question with two buttons. */
export function paintDialog(writer: CommandWriter, width: number, height: number, scale: number): void {
    const s = (units: number) => Math.round(units * scale);
    const rect = boxed(writer, width, height);
    rect(0xfff6f7f9, 0, 0, width, height);
    rect(0xffe8a33d, s(24), s(26), s(36), s(36));
    rect(0xff3c4454, s(78), s(30), s(170), s(6));
    rect(0xff8f98a8, s(78), s(48), s(140), s(5));
    rect(0xff2353c8, width - s(104), height - s(46), s(84), s(28));
    rect(0xffffffff, width - s(80), height - s(35), s(36), s(6));
    rect(0xffc9ced8, width - s(200), height - s(46), s(84), s(28));
    rect(0xff3c4454, width - s(176), height - s(35), s(36), s(6));
}

/** Something like an open menu. */
export function paintMenu(writer: CommandWriter, width: number, height: number, scale: number): void {
    const s = (units: number) => Math.round(units * scale);
    const rect = boxed(writer, width, height);
    rect(0xffffffff, 0, 0, width, height);
    for (let y = 12, i = 0; y < height / scale - 10; y += 24, i++) {
        if (i === 1) {
            rect(0xff2353c8, s(3), s(y - 8), width - s(6), s(22));
        }
        rect(i === 1 ? 0xffffffff : 0xff3c4454, s(14), s(y), s(50 + ((i * 29) % 50)), s(5));
    }
}

/** Fills that are cut to the surface. */
function boxed(writer: CommandWriter, width: number, height: number) {
    return (argb: number, x: number, y: number, w: number, h: number): void => {
        const right = Math.min(x + w, width);
        const bottom = Math.min(y + h, height);
        if (x >= 0 && y >= 0 && right > x && bottom > y) {
            writer.color(argb).fill(x, y, right - x, bottom - y);
        }
    };
}
