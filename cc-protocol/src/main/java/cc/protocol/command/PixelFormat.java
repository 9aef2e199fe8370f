package cc.protocol.command;

/** How the pixels of a surface or an image are to be read. Each is an {@code int} 0xAARRGGBB. */
public enum PixelFormat {
    /** Opaque; the top byte means nothing. */
    RGB,
    /** With alpha, not premultiplied; windows never are. */
    ARGB,
    /** With alpha, colours premultiplied by it. */
    ARGB_PRE
}
