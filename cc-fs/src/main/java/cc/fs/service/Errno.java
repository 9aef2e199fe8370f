package cc.fs.service;

import java.util.HashMap;
import java.util.Map;

/**
 * Why an operation failed, by the names and the words of Linux: programs see the words in messages, so that they have to be
 * the same wherever a file lives.
 */
public enum Errno {
    EPERM("Operation not permitted"),
    ENOENT("No such file or directory"),
    EIO("Input/output error"),
    EBADF("Bad file descriptor"),
    EACCES("Permission denied"),
    EBUSY("Device or resource busy"),
    EEXIST("File exists"),
    EXDEV("Invalid cross-device link"),
    ENOTDIR("Not a directory"),
    EISDIR("Is a directory"),
    EINVAL("Invalid argument"),
    EMFILE("Too many open files"),
    ETXTBSY("Text file busy"),
    EFBIG("File too large"),
    ENOSPC("No space left on device"),
    EROFS("Read-only file system"),
    EMLINK("Too many links"),
    ENAMETOOLONG("File name too long"),
    ENOTEMPTY("Directory not empty"),
    ELOOP("Too many levels of symbolic links"),
    ENODATA("No data available"),
    EDQUOT("Disk quota exceeded"),
    ESTALE("Stale file handle"),
    ENOTSUP("Operation not supported"),
    ENXIO("No such device or address"),
    /** Something else; the fault's own message says what. */
    OTHER("Input/output error");

    private static final Map<String, Errno> BY_WORDS = new HashMap<>();

    static {
        for (Errno errno : values()) {
            BY_WORDS.putIfAbsent(errno.words, errno);
        }
    }

    private final String words;

    Errno(String words) {
        this.words = words;
    }

    /** As the system's own messages say it. */
    public String words() {
        return words;
    }

    /** {@link #OTHER} if no error has these words. */
    static Errno ofWords(String words) {
        return BY_WORDS.getOrDefault(words, OTHER);
    }
}
