/** Coverage of a glyph or of a tile of an antialiased shape, row by row; the kinds have their numbers on the wire. */
export enum MaskKind {
    /** One byte per pixel. */
    GRAY = 0,
    /** Three bytes per pixel, in the order red, green, blue: subpixel text. */
    LCD = 1,
}

export interface Mask {
    readonly kind: MaskKind;
    readonly width: number;
    readonly height: number;
    readonly coverage: Uint8Array;
}

export function bytesPerCoverage(kind: MaskKind): number {
    return kind === MaskKind.GRAY ? 1 : 3;
}

/** The two tables with which subpixel text of one contrast is mixed; 256 entries each. */
export interface GammaTables {
    readonly gamma: Uint8Array;
    readonly inverseGamma: Uint8Array;
}
