package cc.fs.remote;

/** How much the two ends of a files connection may ask of each other. */
public final class FileLimits {
    /** Of Linux. */
    static final int MAX_PATH_BYTES = 4096;

    /** Of a user's, a group's, or an extended attribute's name. */
    static final int MAX_NAME_BYTES = 255;

    static final int MAX_ATTRIBUTE_BYTES = 1 << 16;

    /** What one call reads or writes. */
    static final int MAX_TRANSFER_BYTES = 1 << 20;

    /** Of a message to a file proxy. */
    public static final int MAX_CALL_BYTES = MAX_TRANSFER_BYTES + (1 << 16);

    /** Of a message from a file proxy. */
    public static final int MAX_RESULT_BYTES = 8 << 20;

    static final int MAX_HANDLES = 1 << 16;

    /** Names that one call lists. */
    static final int LIST_ENTRIES = 1024;

    // What an application may have under way. Its file proxy takes more than all of it before it stops to read, so that
    // neither end ever waits for the other one to read first.

    static final int MAX_CALLS = 4096;
    static final int MAX_WRITING_BYTES = 4 << 20;
    static final int MAX_READING_BYTES = 16 << 20;
    static final int MAX_READ_AHEAD_BYTES = 24 << 20;

    /** What a write counts for beside its bytes. */
    static final int WRITE_COST_BYTES = 1 << 9;

    static final int MAX_PENDING_CALLS = 2 * (MAX_CALLS + MAX_WRITING_BYTES / WRITE_COST_BYTES);
    static final int MAX_PENDING_BYTES = 2 * (MAX_WRITING_BYTES + MAX_READING_BYTES + MAX_READ_AHEAD_BYTES);

    private FileLimits() {}
}
