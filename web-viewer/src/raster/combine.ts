/**
 * A word from channel values. Where a surface held colours above their alpha, sums pass 255; the loops then shift the
 * carries into the next channel of 0xAARRGGBB, and so does this.
 */
export function combine(alpha: number, red: number, green: number, blue: number): number {
    if ((alpha | red | green | blue) <= 0xff) {
        return (alpha << 24) | (blue << 16) | (green << 8) | red;
    }
    const argb = (((((alpha << 8) | red) << 8) | green) << 8) | blue;
    return (argb & 0xff00ff00) | ((argb >>> 16) & 0xff) | ((argb & 0xff) << 16);
}
