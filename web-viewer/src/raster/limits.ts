/** What one connection may ask for; the same numbers as in cc.protocol.command.Limits. */

/** Width and height of a surface, in pixels. */
export const MAX_SURFACE_SIDE_PIXELS = 16_384;
/** All surfaces of one program together. */
export const MAX_SURFACE_PIXELS = 2 ** 26;
/** Surfaces of one program. */
export const MAX_SURFACES = 4_096;
/** One PIXELS command or one image. */
export const MAX_PAYLOAD_PIXELS = 2 ** 20;
/** All pixels of one frame's PIXELS commands and image definitions, unpacked. */
export const MAX_FRAME_PIXELS = 2 ** 26;
/** One mask's coverage. */
export const MAX_MASK_BYTES = 2 ** 20;
/** Slots of the mask store. */
export const MAX_MASKS = 8_192;
/** All coverage in the mask store. */
export const MAX_MASK_STORE_BYTES = 16 * 2 ** 20;
/** Slots of the image store. */
export const MAX_IMAGES = 1_024;
/** All pixels in the image store, four bytes each. */
export const MAX_IMAGE_STORE_BYTES = 64 * 2 ** 20;
/** Slots of the gamma table store. */
export const MAX_TABLES = 16;
/** Glyphs in one GLYPHS command. */
export const MAX_GLYPHS = 4_096;
/** Rectangles in one FILLS command. */
export const MAX_FILLS = 65_536;
/** Greatest distance of a glyph from its surface's origin, in pixels. */
export const MAX_GLYPH_COORDINATE = 2 ** 20;
/** Entries of the list of recent colours. */
export const RECENT_COLORS = 16;
