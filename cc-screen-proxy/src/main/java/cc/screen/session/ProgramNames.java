package cc.screen.session;

import java.util.function.Predicate;

/** What programs may be called: names are parts of addresses, so they keep letters, digits and a few marks only. */
public final class ProgramNames {
    private static final int MAX_CHARS = 64;
    private static final String NAMELESS = "program";

    private ProgramNames() {}

    /** The nearest name to the wanted one that can be one. */
    public static String plain(String wanted) {
        String plain = wanted.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (plain.length() > MAX_CHARS) {
            plain = plain.substring(0, MAX_CHARS);
        }
        return plain.isEmpty() ? NAMELESS : plain;
    }

    /** The nearest name that is not taken. */
    public static String unique(String wanted, Predicate<String> taken) {
        String base = plain(wanted);
        String name = base;
        for (int suffix = 2; taken.test(name); suffix++) {
            name = base + "-" + suffix;
        }
        return name;
    }
}
