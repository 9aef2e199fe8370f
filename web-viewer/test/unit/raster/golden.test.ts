import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { crc32 } from "../../../src/raster/crc32.js";
import { Replica } from "../../../src/raster/replica.js";
import { PixelFormat } from "../../../src/raster/surface.js";

interface Golden {
    frames: string[];
    surfaces: { id: number; format: string; width: number; height: number; crc32: number }[];
}

const FOLDER = fileURLToPath(new URL("../../../../cc-protocol/src/test/resources/golden/", import.meta.url));
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

function load(name: string): Golden {
    return JSON.parse(readFileSync(FOLDER + name, "utf8")) as Golden;
}

function describeSurfaces(replica: Replica): Golden["surfaces"] {
    return [...replica.surfaces]
        .map((s) => ({
            id: s.id,
            format: PixelFormat[s.format],
            width: s.width,
            height: s.height,
            crc32: crc32(s),
        }))
        .sort((a, b) => a.id - b.id);
}

describe("golden vectors shared with the Java replica", () => {
    test("there are some", () => expect(names.length).toBeGreaterThan(20));

    test.each(names)("%s gives the same pixels", (name) => {
        const { frames, surfaces } = load(name);
        const replica = new Replica();
        for (const frame of frames) {
            replica.apply(Buffer.from(frame, "base64"));
        }
        expect(describeSurfaces(replica)).toEqual(surfaces);
    });

    test.each(names)("%s, cut anywhere, is refused or applied, and nothing else", (name) => {
        const { frames } = load(name);
        const last = Buffer.from(frames[frames.length - 1], "base64");
        const step = Math.max(1, Math.floor(last.length / 40));
        for (let length = 0; length < last.length; length += step) {
            const replica = new Replica();
            frames.slice(0, -1).forEach((frame) => replica.apply(Buffer.from(frame, "base64")));
            try {
                replica.apply(last.subarray(0, length));
            } catch (cause) {
                expect((cause as Error).name).toBe("ProtocolError");
            }
        }
    });
});
