package cc.node.registry;

import java.util.regex.Pattern;

/**
 * Names a record: a folder of records of one kind, and a name that is unique in it. Both may hold letters, digits and
 * {@code . _ -}, so that every adapter can use them as they are.
 */
public record Key(String folder, String name) implements Comparable<Key> {
    private static final int MAX_CHARS = 128;
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0," + (MAX_CHARS - 1) + "}");

    /** @throws IllegalArgumentException if a part cannot be a name; says which */
    public Key {
        check(folder);
        check(name);
    }

    private static void check(String part) {
        if (!ALLOWED.matcher(part).matches()) {
            throw new IllegalArgumentException("'" + part + "' cannot be a name in the registry: 1 to " + MAX_CHARS
                    + " letters, digits, '.', '_' and '-', of which '.' does not come first");
        }
    }

    @Override
    public int compareTo(Key other) {
        int byFolder = folder.compareTo(other.folder);
        return byFolder != 0 ? byFolder : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return folder + "/" + name;
    }
}
