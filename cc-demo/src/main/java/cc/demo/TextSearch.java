package cc.demo;

/**
 * Finds a piece of text in a longer one.
 *
 * @param needle what to look for; an empty one is never found
 * @param matchCase whether capital and small letters differ
 * @param wholeWord whether a letter or digit may not stand right before or after
 */
record TextSearch(String needle, boolean matchCase, boolean wholeWord) {
    static final int NOT_FOUND = -1;

    /** The first place at or after {@code from}, or from the text's beginning if there is none after it. */
    int next(String text, int from) {
        int found = forward(text, Math.max(from, 0), text.length());
        return found != NOT_FOUND ? found : forward(text, 0, from);
    }

    /** The last place that begins before {@code before}, or the last of all if there is none before it. */
    int previous(String text, int before) {
        int found = backward(text, before - 1, 0);
        return found != NOT_FOUND ? found : backward(text, text.length(), before);
    }

    /** How many places there are that do not overlap. */
    int count(String text) {
        int count = 0;
        for (int at = forward(text, 0, text.length()); at != NOT_FOUND; at = forward(text, at, text.length())) {
            count++;
            at += needle.length();
        }
        return count;
    }

    /** The text with every place replaced. */
    String replaceAll(String text, String replacement) {
        StringBuilder result = new StringBuilder(text.length());
        int copied = 0;
        for (int at = forward(text, 0, text.length()); at != NOT_FOUND; at = forward(text, copied, text.length())) {
            result.append(text, copied, at).append(replacement);
            copied = at + needle.length();
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** Whether the needle stands at this place. */
    boolean matches(String text, int at) {
        int end = at + needle.length();
        return !needle.isEmpty()
                && text.regionMatches(!matchCase, at, needle, 0, needle.length())
                && (!wholeWord || (isEdge(text, at - 1) && isEdge(text, end)));
    }

    private int forward(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (matches(text, at)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private int backward(String text, int from, int to) {
        for (int at = from; at >= to; at--) {
            if (matches(text, at)) {
                return at;
            }
        }
        return NOT_FOUND;
    }

    private static boolean isEdge(String text, int at) {
        return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
    }
}
