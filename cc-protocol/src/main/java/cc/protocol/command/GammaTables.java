package cc.protocol.command;

import java.util.Arrays;

/** The two 256-entry tables with which Java2D blends subpixel text of one contrast; equality is by content. */
public final class GammaTables {
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
