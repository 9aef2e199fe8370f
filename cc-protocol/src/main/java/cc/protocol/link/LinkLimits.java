package cc.protocol.link;

/** How long messages may be, in bytes. */
public final class LinkLimits {
    /** From a program or a screen: a frame may carry the pixels of several large windows. */
    public static final int MAX_TO_SCREEN_BYTES = 64 << 20;

    /** From a viewer: input, clipboard text. */
    public static final int MAX_FROM_SCREEN_BYTES = 4 << 20;

    /** Hello and Reply. */
    public static final int MAX_HELLO_BYTES = 1 << 20;

    private LinkLimits() {}
}
