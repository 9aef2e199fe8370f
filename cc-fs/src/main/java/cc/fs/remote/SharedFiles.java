package cc.fs.remote;

import cc.fs.service.FileAttributes;
import cc.fs.service.FileKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The files of one machine that an application has open, and what it has changed lately. */
final class SharedFiles {
    private static final int MAX_REMEMBERED = 1024;

    private final Map<FileKey, SharedFile> files = new HashMap<>();

    /** When files that are not open any more were changed last; what is not here was changed before {@link #forgotten}. */
    private final LinkedHashMap<FileKey, Long> remembered = new LinkedHashMap<>();

    private long forgotten;

    /** Counts changes. */
    private final AtomicLong changes = new AtomicLong();

    /** Kept by the files themselves. */
    private final Set<SharedFile> unwritten = ConcurrentHashMap.newKeySet();

    /** What an application had not told another machine yet when it began to ask for something. */
    record Moment(long change, Set<FileKey> unwritten) {
        /** Whether an answer may not know of all that the application had written to a file by now. */
        boolean isBefore(SharedFile file) {
            return file.version() > change || unwritten.contains(file.key);
        }
    }

    synchronized SharedFile opened(FileAttributes attributes) {
        FileKey key = FileKey.of(attributes);
        SharedFile file = files.get(key);
        if (file == null) {
            Long changed = remembered.remove(key);
            file = new SharedFile(key, changed == null ? forgotten : changed, changes, unwritten);
            files.put(key, file);
        }
        file.opens++;
        return file;
    }

    synchronized void closed(SharedFile file) {
        if (--file.opens > 0) {
            return;
        }
        files.remove(file.key);
        if (file.version() > forgotten) {
            remembered.put(file.key, file.version());
        }
        if (remembered.size() > MAX_REMEMBERED) {
            Map.Entry<FileKey, Long> eldest = remembered.entrySet().iterator().next();
            forgotten = Math.max(forgotten, eldest.getValue());
            remembered.remove(eldest.getKey());
        }
    }

    Moment now() {
        return new Moment(changes.get(), unwritten());
    }

    /** The application changes something, or has just done so. */
    void changes() {
        changes.incrementAndGet();
    }

    /** Whether an answer to what was asked then knows of all that the application has done by now. */
    boolean isUnchangedSince(Moment moment) {
        return changes.get() == moment.change() && moment.unwritten().isEmpty() && unwritten.isEmpty();
    }

    /** Whether an answer to what was asked then knows of all that the application has done to one file by now. */
    synchronized boolean isUnchangedSince(Moment moment, FileKey key) {
        SharedFile file = files.get(key);
        long changed = file == null ? remembered.getOrDefault(key, forgotten) : file.version();
        return changed <= moment.change()
                && !moment.unwritten().contains(key)
                && (file == null || !unwritten.contains(file));
    }

    /** The files that a look at them would not find as they have been written, since writes are on their way. */
    Set<FileKey> unwritten() {
        if (unwritten.isEmpty()) {
            return Set.of();
        }
        Set<FileKey> keys = new HashSet<>();
        for (SharedFile file : unwritten) {
            keys.add(file.key);
        }
        return keys;
    }

    /** Waits until a file is as it has been written. */
    void flush(FileKey key) {
        SharedFile file;
        synchronized (this) {
            file = files.get(key);
        }
        if (file != null) {
            file.flushOthers(null);
        }
    }

    /** Waits until all files are as they have been written. */
    void flushAll() {
        for (SharedFile file : unwritten) {
            file.flushOthers(null);
        }
    }
}
