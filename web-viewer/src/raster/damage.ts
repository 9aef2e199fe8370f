/** More rectangles than this are joined: showing a few pixels too many costs less than many small transfers. */
const MAX_RECTANGLES = 8;

export interface Rectangle {
    x: number;
    y: number;
    width: number;
    height: number;
}

/** Which parts of a surface changed, as a few rectangles that together cover at least what was added. */
export class Damage {
    private rectangles: Rectangle[] = [];

    get isEmpty(): boolean {
        return this.rectangles.length === 0;
    }

    add(x: number, y: number, width: number, height: number): void {
        let added: Rectangle = { x, y, width, height };
        for (let i = this.rectangles.length - 1; i >= 0; i--) {
            const other = this.rectangles[i];
            const joined = union(added, other);
            if (area(joined) <= area(added) + area(other) || this.rectangles.length >= MAX_RECTANGLES) {
                this.rectangles.splice(i, 1);
                added = joined;
            }
        }
        this.rectangles.push(added);
    }

    /** The rectangles so far; from then on there is no damage. */
    take(): Rectangle[] {
        const taken = this.rectangles;
        this.rectangles = [];
        return taken;
    }
}

function area(r: Rectangle): number {
    return r.width * r.height;
}

function union(a: Rectangle, b: Rectangle): Rectangle {
    const x = Math.min(a.x, b.x);
    const y = Math.min(a.y, b.y);
    return {
        x,
        y,
        width: Math.max(a.x + a.width, b.x + b.width) - x,
        height: Math.max(a.y + a.height, b.y + b.height) - y,
    };
}
