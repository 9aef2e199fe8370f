package cc.protocol.command;

/**
 * What one connection may ask for. A decoder checks every length against these before it takes memory; an encoder's
 * stores stay within half of what a decoder keeps, so that rounding and bookkeeping never bring them out of step.
 */
public final class Limits {
    /** Width and height of a surface, in pixels. */
    public static final int MAX_SURFACE_SIDE_PIXELS = 16_384;

    /** All surfaces of one program together (256 MiB at four bytes each). */
    public static final long MAX_SURFACE_PIXELS = 1L << 26;

    /** Surfaces of one program. */
    public static final int MAX_SURFACES = 4_096;

    /** One PIXELS command or one image; what is larger is sent in bands. */
    public static final int MAX_PAYLOAD_PIXELS = 1 << 20;

    /** All pixels of one frame's PIXELS commands and image definitions, unpacked. */
    public static final long MAX_FRAME_PIXELS = 1L << 26;

    /** One mask's coverage. */
    public static final int MAX_MASK_BYTES = 1 << 20;

    /** Slots of the mask store. */
    public static final int MAX_MASKS = 8_192;

    /** All coverage that a decoder keeps. */
    public static final long MAX_MASK_STORE_BYTES = 16L << 20;

    /** Slots of the image store. */
    public static final int MAX_IMAGES = 1_024;

    /** All pixels of images that a decoder keeps, four bytes each. */
    public static final long MAX_IMAGE_STORE_BYTES = 64L << 20;

    /** Slots of the gamma table store. */
    public static final int MAX_TABLES = 16;

    /** Glyphs in one GLYPHS command. */
    public static final int MAX_GLYPHS = 4_096;

    /** Rectangles in one FILLS command. */
    public static final int MAX_FILLS = 65_536;

    /** Greatest distance of a glyph from its surface's origin, in pixels. */
    public static final int MAX_GLYPH_COORDINATE = 1 << 20;

    /** Entries of the list of recent colours. */
    public static final int RECENT_COLORS = 16;

    private Limits() {}
}
