package cc.fs.service;

/** How a file is opened: bits to be combined, named as {@code open(2)} and {@link java.nio.file.StandardOpenOption} name them. */
public final class OpenFlags {
    public static final int READ = 1;
    public static final int WRITE = 1 << 1;
    public static final int APPEND = 1 << 2;
    public static final int CREATE = 1 << 3;
    /** Fails if the file is there; implies {@link #CREATE}. */
    public static final int CREATE_NEW = 1 << 4;

    public static final int TRUNCATE = 1 << 5;
    public static final int NOFOLLOW = 1 << 6;
    public static final int DELETE_ON_CLOSE = 1 << 7;
    /** Each write reaches the disk before it returns, contents and attributes. */
    public static final int SYNC = 1 << 8;
    /** Each write reaches the disk before it returns, contents only. */
    public static final int DSYNC = 1 << 9;
    /** Without the kernel's cache. */
    public static final int DIRECT = 1 << 10;
    /** Fails if it is a directory, as {@code java.io} does; others may read one, and fail then. */
    public static final int FILE_ONLY = 1 << 11;

    private OpenFlags() {}

    public static boolean has(int flags, int flag) {
        return (flags & flag) != 0;
    }
}
