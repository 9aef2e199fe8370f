package cc.protocol.command;

import java.util.Arrays;

/**
 * Coverage of a glyph or of a tile of an antialiased shape. Sent once and then referred to, so equality is by content
 * and the hash is computed once, when somebody asks: many are made for what nobody sees in the end. Immutable: nobody
 * writes to {@link #coverage()}.
 */
public final class Mask {
    /** What a coverage value belongs to. */
    public enum Kind {
        /** One byte per pixel. */
        GRAY,
        /** Three bytes per pixel, in the order red, green, blue: subpixel text. */
        LCD;

        public int bytesPerPixel() {
            return this == GRAY ? 1 : 3;
        }
    }

    private final Kind kind;
    private final int width;
    private final int height;
    private final byte[] coverage;
    /** 0: not computed yet. */
    private int hash;

    /** @param coverage row by row, without padding; kept, not copied */
    public Mask(Kind kind, int width, int height, byte[] coverage) {
        if (coverage.length != width * height * kind.bytesPerPixel()) {
            throw new IllegalArgumentException(
                    coverage.length + " bytes of coverage for " + kind + " " + width + "x" + height);
        }
        this.kind = kind;
        this.width = width;
        this.height = height;
        this.coverage = coverage;
    }

    public Kind kind() {
        return kind;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public byte[] coverage() {
        return coverage;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Mask that
                        && (hash == that.hash || hash == 0 || that.hash == 0)
                        && kind == that.kind
                        && width == that.width
                        && Arrays.equals(coverage, that.coverage);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            // Threads that come here together find the same.
            known = (Arrays.hashCode(coverage) * 31 + width) * 31 + kind.ordinal();
            hash = known;
        }
        return known;
    }
}
