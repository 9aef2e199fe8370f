import { div8, mul8 } from "./arithmetic.js";
import { combine } from "./combine.js";

/** What of a pixel below is left beside a source: the factor for its colours. `straight`: they are not premultiplied. */
export function below(straight: boolean, rest: number, oldAlpha: number): number {
    return straight ? mul8(rest, oldAlpha) : rest;
}

/** A mixed pixel as a surface stores it. */
export function mixed(straight: boolean, alpha: number, red: number, green: number, blue: number): number {
    return straight && alpha !== 0 && alpha < 255
        ? combine(alpha, div8(alpha, red), div8(alpha, green), div8(alpha, blue))
        : combine(alpha, red, green, blue);
}
