import { describe, expect, test } from "vitest";
import { Replica } from "../../../src/raster/replica.js";
import { CommandWriter } from "../../support/command-writer.js";

function replicaWith(width = 4, height = 3): Replica {
    const replica = new Replica();
    replica.apply(new CommandWriter().surface(7, 0, width, height).build());
    return replica;
}

function wordAt(replica: Replica, surface: number, x: number, y: number): number {
    const found = replica.surfaces.get(surface);
    return found.words[y * found.width + x];
}

test("a fill is kept as red, green, blue, alpha in memory", () => {
    const replica = replicaWith();
    replica.apply(new CommandWriter().color(0xff102030).fill(1, 1, 2, 1).build());
    expect(wordAt(replica, 7, 1, 1)).toBe(0xff302010);
    expect(wordAt(replica, 7, 3, 1)).toBe(0xff000000);
});

test("registers last from frame to frame", () => {
    const replica = replicaWith();
    replica.apply(new CommandWriter().color(0xff0000ff).build());
    replica.apply(new CommandWriter().fill(0, 0, 1, 1).build());
    expect(wordAt(replica, 7, 0, 0)).toBe(0xffff0000);
});

test("only what was painted is damaged", () => {
    const replica = replicaWith(100, 100);
    replica.surfaces.get(7).damage.take();
    replica.apply(new CommandWriter().fill(10, 20, 5, 6).copy(0, 0, 10, 10, 50, 60).build());
    expect(replica.surfaces.get(7).damage.take()).toEqual([
        { x: 10, y: 20, width: 5, height: 6 },
        { x: 50, y: 60, width: 10, height: 10 },
    ]);
    expect(replica.surfaces.get(7).damage.isEmpty).toBe(true);
});

describe("what is malformed is refused with a reason", () => {
    const cases: [string, CommandWriter, RegExp][] = [
        ["no command", new CommandWriter().u8(0x7f), /command 0x7f at byte 0: there is no such command/],
        ["no such surface", new CommandWriter().target(3), /no surface 3/],
        ["a fill outside", new CommandWriter().fill(3, 0, 2, 1), /not within the surface's 4x3/],
        ["an empty fill", new CommandWriter().fill(0, 0, 0, 1), /empty/],
        ["a copy to outside", new CommandWriter().copy(0, 0, 2, 2, -1, 0), /not within/],
        ["a surface without size", new CommandWriter().surface(8, 0, 0, 5), /cannot be 0x5/],
        ["too large a surface", new CommandWriter().surface(8, 0, 16384, 16384), /more than 67108864/],
        ["a surface of no format", new CommandWriter().surface(8, 3, 4, 4), /no pixel format 3/],
        ["an empty slot", new CommandWriter().u8(0x13).varints(5, 0, 0), /mask slot 5 is empty/],
        ["too many slots", new CommandWriter().defineMask(8192, 0, 1, 1, [9]), /slot 8192/],
        ["too large a mask", new CommandWriter().u8(0x20).varints(1).u8(0).varints(4096, 4096), /cannot be 4096x4096/],
        ["a mask without size", new CommandWriter().u8(0x20).varints(1).u8(0).varints(0, 9), /cannot be 0x9/],
        ["a colour that was not", new CommandWriter().u8(0x4f), /only 1 recent/],
        ["a number of 33 bits", new CommandWriter().u8(3).u8(0xff).u8(0xff).u8(0xff).u8(0xff).u8(0x1f), /32 bits/],
        ["an early end", new CommandWriter().u8(0x10).varints(0, 0), /end early/],
        ["too many pixels", new CommandWriter().u8(0x21).varints(1).u8(0).varints(2048, 1024), /cannot be 2048x1024/],
        ["a wrong length", new CommandWriter().u8(0x34).varints(0, 0, 1, 1).u8(0).varints(2).u8(1).u8(1), /needs 3/],
        ["no such encoding", new CommandWriter().u8(0x34).varints(0, 0, 1, 1).u8(9).varints(0), /encoding 9/],
        ["a surface on itself", new CommandWriter().u8(0x32).varints(0, 0, 1, 1, 7, 0, 0).u8(0).u8(255), /on itself/],
        ["a run without glyphs", new CommandWriter().u8(0x16).varints(0), /no glyphs/],
    ];
    test.each(cases)("%s", (_name, writer, message) => {
        expect(() => replicaWith().apply(writer.build())).toThrow(message);
    });
});

test("random bytes are refused or applied, and nothing else", () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const random = (): number => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 16;
    for (let round = 0; round < 3_000; round++) {
        const bytes = Uint8Array.from({ length: 60 }, () => (random() % 3 === 0 ? random() % 0x50 : random() % 8));
        try {
            replicaWith(16, 16).apply(bytes);
        } catch (cause) {
            expect((cause as Error).name, `seed ${seed}`).toBe("ProtocolError");
        }
    }
});
