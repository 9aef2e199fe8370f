import { expect, test } from "vitest";
import { Damage } from "../../../src/raster/damage.js";

test("what lies side by side becomes one", () => {
    const damage = new Damage();
    damage.add(0, 0, 10, 10);
    damage.add(10, 0, 10, 10);
    expect(damage.take()).toEqual([{ x: 0, y: 0, width: 20, height: 10 }]);
});

test("what is far apart stays apart, but never more than eight", () => {
    const damage = new Damage();
    for (let i = 0; i < 30; i++) {
        damage.add(i * 100, i * 100, 1, 1);
    }
    const all = damage.take();
    expect(all.length).toBeLessThanOrEqual(8);
    for (let i = 0; i < 30; i++) {
        const covered = all.some(
            (r) => r.x <= i * 100 && r.y <= i * 100 && r.x + r.width > i * 100 && r.y + r.height > i * 100,
        );
        expect(covered).toBe(true);
    }
});
