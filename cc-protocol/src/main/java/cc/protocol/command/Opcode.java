package cc.protocol.command;

/** The first byte of each command. */
final class Opcode {
    static final int SURFACE = 0x01;
    static final int DROP = 0x02;
    static final int TARGET = 0x03;
    static final int CLIP = 0x04;
    static final int COLOR = 0x05;
    static final int NO_CLIP = 0x06;
    static final int RESET = 0x07;
    static final int DROP_ALL = 0x08;

    static final int FILL = 0x10;
    static final int FILLS = 0x11;
    static final int BLEND = 0x12;
    static final int MASK = 0x13;
    static final int MASK_PART = 0x14;
    static final int MASK_PART_SRC = 0x15;
    static final int GLYPHS = 0x16;
    static final int GLYPHS_LCD = 0x17;

    static final int DEFINE_MASK = 0x20;
    static final int DEFINE_IMAGE = 0x21;
    static final int DEFINE_TABLE = 0x22;
    static final int FREE_MASK = 0x23;
    static final int FREE_IMAGE = 0x24;

    static final int IMAGE = 0x30;
    static final int IMAGE_PART = 0x31;
    static final int BLIT = 0x32;
    static final int COPY = 0x33;
    static final int PIXELS = 0x34;

    /** 0x40 to 0x4F: this and the colour's place in the list of recent colours. */
    static final int RECENT = 0x40;

    private Opcode() {}
}
