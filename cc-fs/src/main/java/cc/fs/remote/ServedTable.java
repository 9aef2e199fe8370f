package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a session has open, by the handles that its shell has chosen. */
final class ServedTable {
    private final Map<Long, Served> byHandle = new HashMap<>();
    private boolean closed;
    private long closedFilesRead;
    private long closedFilesWritten;

    /** @throws FileFault if no more may be open, or the session is over; what was to be added is closed then */
    void add(long handle, Served served) throws FileFault {
        Errno refused;
        synchronized (this) {
            if (closed || byHandle.containsKey(handle)) {
                refused = Errno.EBADF;
            } else if (byHandle.size() >= FileLimits.MAX_HANDLES) {
                refused = Errno.EMFILE;
            } else {
                byHandle.put(handle, served);
                return;
            }
        }
        served.close();
        throw new FileFault(refused);
    }

    synchronized <T extends Served> T get(long handle, Class<T> type) throws FileFault {
        Served served = byHandle.get(handle);
        if (!type.isInstance(served)) {
            throw new FileFault(Errno.EBADF);
        }
        return type.cast(served);
    }

    synchronized boolean has(long handle) {
        return byHandle.containsKey(handle);
    }

    void close(long handle) throws FileFault {
        Served served;
        synchronized (this) {
            served = byHandle.remove(handle);
            count(served);
        }
        if (served == null) {
            throw new FileFault(Errno.EBADF);
        }
        served.close();
    }

    void closeAll() {
        List<Served> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(byHandle.values());
            all.forEach(this::count);
            byHandle.clear();
        }
        for (Served served : all) {
            try {
                served.close();
            } catch (FileFault e) {
                // Nobody is left to hear of it.
            }
        }
    }

    synchronized List<ServedFile> files() {
        List<ServedFile> files = new ArrayList<>();
        for (Served served : byHandle.values()) {
            if (served instanceof ServedFile file) {
                files.add(file);
            }
        }
        return files;
    }

    synchronized long closedFilesRead() {
        return closedFilesRead;
    }

    synchronized long closedFilesWritten() {
        return closedFilesWritten;
    }

    private void count(@org.jspecify.annotations.Nullable Served served) {
        if (served instanceof ServedFile file) {
            closedFilesRead += file.bytesRead.sum();
            closedFilesWritten += file.bytesWritten.sum();
        }
    }
}
