package cc.node.registry;

import java.util.Arrays;

/**
 * A record as it was at one moment.
 *
 * @param value owned by this entry: neither the giver nor a receiver may change it
 * @param version grows with each change of the record, and is what a later change has to name
 */
public record Entry(Key key, byte[] value, long version) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry
                && key.equals(entry.key)
                && version == entry.version
                && Arrays.equals(value, entry.value);
    }

    @Override
    public int hashCode() {
        return key.hashCode() * 31 + Long.hashCode(version);
    }

    @Override
    public String toString() {
        return key + " version " + version + " (" + value.length + " bytes)";
    }
}
