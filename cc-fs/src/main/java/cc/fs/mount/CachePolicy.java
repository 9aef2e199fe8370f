package cc.fs.mount;

/** When a program sees what another one has changed in a file of another machine. */
public enum CachePolicy {
    /** At its next open. */
    CLOSE_TO_OPEN("close-to-open"),
    /** At its next read. */
    NONE("none");

    private final String word;

    CachePolicy(String word) {
        this.word = word;
    }

    /** As rules write it. */
    String word() {
        return word;
    }
}
