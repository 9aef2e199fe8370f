package cc.fs.service;

import java.util.HashMap;
import java.util.Map;

/** The locks of the files of one file system that are open, by file. */
final class LockTable {
    /** Of this machine's own files: the system knows processes only, so that those in this one exclude each other by this. */
    static final LockTable MACHINE = new LockTable();

    private final Map<FileKey, FileLocks> files = new HashMap<>();

    /** The locks of a file that has been opened; to be given back by {@link #closed}. */
    synchronized FileLocks opened(FileKey file) {
        FileLocks locks = files.computeIfAbsent(file, key -> new FileLocks());
        locks.opens++;
        return locks;
    }

    synchronized void closed(FileKey file, FileLocks locks) {
        if (--locks.opens == 0) {
            files.remove(file);
        }
    }

    /** To be called after an operation that opened and closed a file by its name: see {@link FileLocks}. */
    void disturbed(FileKey file) {
        FileLocks locks;
        synchronized (this) {
            locks = files.get(file);
        }
        if (locks != null) {
            locks.renew();
        }
    }
}
