import { expect, test } from "vitest";
import { MessageSplitter } from "../../../src/wire/message-splitter.js";

function collect(): { splitter: MessageSplitter; messages: number[][] } {
    const messages: number[][] = [];
    return { splitter: new MessageSplitter((message) => messages.push([...message])), messages };
}

function stream(...lengths: number[]): Uint8Array {
    const bytes: number[] = [];
    for (const length of lengths) {
        bytes.push(...(length < 128 ? [length] : [(length & 0x7f) | 0x80, length >> 7]));
        for (let i = 0; i < length; i++) {
            bytes.push((length + i) & 0xff);
        }
    }
    return Uint8Array.from(bytes);
}

test("messages are the same wherever the stream is cut", () => {
    const whole = stream(0, 3, 200, 1, 1000);
    const expected = collect();
    expected.splitter.push(whole);
    expect(expected.messages.map((message) => message.length)).toEqual([0, 3, 200, 1, 1000]);
    for (const step of [1, 2, 3, 7, 64, 333]) {
        const { splitter, messages } = collect();
        for (let at = 0; at < whole.length; at += step) {
            splitter.push(whole.subarray(at, at + step));
        }
        expect(messages).toEqual(expected.messages);
    }
});

test("a length above the limit is refused before memory is taken", () => {
    const { splitter } = collect();
    expect(() => splitter.push(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f))).toThrow(/longer than/);
});

test("a length of more than five bytes is refused", () => {
    const { splitter } = collect();
    expect(() => splitter.push(Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80))).toThrow(/five bytes/);
});
