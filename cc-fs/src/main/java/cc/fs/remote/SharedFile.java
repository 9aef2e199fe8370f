package cc.fs.remote;

import cc.fs.service.FileKey;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What those open files of an application that are one file have to know of each other, so that each sees the others' writes. */
final class SharedFile {
    final FileKey key;

    /** Guarded by {@link SharedFiles}. */
    int opens;

    private volatile long version;
    private final AtomicLong changes;
    private final Set<WriteBehind> unwritten = ConcurrentHashMap.newKeySet();
    private final Set<SharedFile> allUnwritten;

    /**
     * @param version the number of its last change
     * @param changes counts the changes of all files
     * @param allUnwritten all files that have writes on their way
     */
    SharedFile(FileKey key, long version, AtomicLong changes, Set<SharedFile> allUnwritten) {
        this.key = key;
        this.version = version;
        this.changes = changes;
        this.allUnwritten = allUnwritten;
    }

    /** Grows with each change by this application: what was read before is of no use after it. */
    long version() {
        return version;
    }

    synchronized void changed() {
        version = changes.incrementAndGet();
    }

    synchronized void unwritten(WriteBehind writes) {
        unwritten.add(writes);
        allUnwritten.add(this);
    }

    synchronized void written(WriteBehind writes) {
        unwritten.remove(writes);
        if (unwritten.isEmpty()) {
            allUnwritten.remove(this);
        }
    }

    /** Waits until everybody's writes but one's own are done. */
    void flushOthers(@Nullable WriteBehind own) {
        for (WriteBehind writes : unwritten) {
            if (writes != own) {
                writes.flush();
            }
        }
    }
}
