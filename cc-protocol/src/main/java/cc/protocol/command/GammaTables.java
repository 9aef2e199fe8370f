package cc.protocol.command;

import java.util.Arrays;

/** The two 256-entry tables with which Java2D blends subpixel text of one contrast; equality is by content. */
public final class GammaTables {
    private static final int MIN_CONTRAST = 100;
    private static final int MAX_CONTRAST = 250;

    private final byte[] gamma;
    private final byte[] inverseGamma;

    /** @param gamma and inverseGamma 256 bytes each; kept, not copied */
    public GammaTables(byte[] gamma, byte[] inverseGamma) {
        if (gamma.length != 256 || inverseGamma.length != 256) {
            throw new IllegalArgumentException("gamma tables have 256 entries");
        }
        this.gamma = gamma;
        this.inverseGamma = inverseGamma;
    }

    /**
     * The tables for a text contrast as in {@code RenderingHints.KEY_TEXT_LCD_CONTRAST}; what is out of range is taken
     * as the nearest that Java2D uses.
     */
    public static GammaTables ofContrast(int contrast) {
        int percent = Math.max(MIN_CONTRAST, Math.min(MAX_CONTRAST, contrast));
        double exponent = percent / 100.0;
        byte[] gamma = new byte[256];
        byte[] inverse = new byte[256];
        for (int i = 0; i < 256; i++) {
            gamma[i] = (byte) (255 * Math.pow(i / 255.0, 1 / exponent));
            inverse[i] = (byte) (255 * Math.pow(i / 255.0, exponent));
        }
        return new GammaTables(gamma, inverse);
    }

    public byte[] gamma() {
        return gamma;
    }

    public byte[] inverseGamma() {
        return inverseGamma;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GammaTables that
                && Arrays.equals(gamma, that.gamma)
                && Arrays.equals(inverseGamma, that.inverseGamma);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(gamma);
    }
}
