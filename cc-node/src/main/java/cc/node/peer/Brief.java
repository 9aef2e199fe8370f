package cc.node.peer;

/** What went wrong, for a log, however much of it came from a stranger. */
final class Brief {
    private static final int MAX_CHARS = 160;

    private Brief() {}

    static String text(Throwable cause) {
        String text = String.valueOf(cause.getMessage() == null ? cause : cause.getMessage());
        String line = text.replaceAll("[^\\p{Print}]+", " ");
        return line.length() > MAX_CHARS ? line.substring(0, MAX_CHARS) + "..." : line;
    }
}
