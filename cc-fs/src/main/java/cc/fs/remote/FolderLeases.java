package cc.fs.remote;

import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.protocol.message.FileCall;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Directories of one machine that say what becomes of their files, so that a program that looks at many of them, or for many
 * that are not there, need not ask each time. What is known is good as long as the machine has answered something that was
 * asked lately: so what has changed behind a way that is cut is taken for what it was for {@link #TERM_NANOS} at most.
 * Thread-safe.
 */
final class FolderLeases {
    static final long TERM_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Each is watched by its machine, which watches for others, too. */
    private static final int MAX_FOLDERS = 64;

    private final FilesLink link;
    private final LongSupplier nanoTime;

    /** Guarded by this; the one that was of no use for the longest time is the first. */
    private final Map<String, Leased> folders = new LinkedHashMap<>(16, 0.75f, true);

    private volatile boolean isEmpty = true;

    /** @param watch by which its machine tells of changes */
    private record Leased(FolderLease lease, RemoteWatch watch) {}

    FolderLeases(FilesLink link, LongSupplier nanoTime) {
        this.link = link;
        this.nanoTime = nanoTime;
    }

    /**
     * What is known of a file; null if nothing is.
     *
     * @throws FileFault if it is known that there is no such file
     */
    @Nullable
    FileAttributes find(String path, boolean followLinks) throws FileFault {
        FolderLease lease = of(path);
        if (lease == null || nanoTime.getAsLong() - link.answeredNanos() > TERM_NANOS) {
            return null;
        }
        return lease.find(RemoteNames.last(path), followLinks);
    }

    /** A question about a file that is asked now; null if its answer is of no use to others. */
    FolderLease.@Nullable Question ask(String path) {
        FolderLease lease = of(path);
        return lease == null ? null : lease.ask(RemoteNames.last(path));
    }

    /** Has a directory watched, whose list is asked for next. Never waits. */
    FolderLease begin(String folder) throws FileFault {
        FolderLease lease = new FolderLease(link.shared());
        RemoteWatch watch = RemoteWatch.beginNow(link, folder, lease);
        Leased before;
        Leased surplus = null;
        synchronized (this) {
            before = folders.put(folder, new Leased(lease, watch));
            if (folders.size() > MAX_FOLDERS) {
                Iterator<Leased> all = folders.values().iterator();
                surplus = all.next();
                all.remove();
            }
            isEmpty = false;
        }
        end(before);
        end(surplus);
        return lease;
    }

    /** The application changes something by that call, or has just done so. Sends nothing. */
    void changed(FileCall.Builder call) {
        if (isEmpty) {
            return;
        }
        synchronized (this) {
            for (String path : FolderLease.changed(call)) {
                Leased leased = folders.get(RemoteNames.parent(path));
                if (leased != null) {
                    leased.lease().disturb(RemoteNames.last(path));
                }
                if (call.hasRename() || call.hasDelete()) {
                    forget(path);
                }
            }
        }
    }

    /** A directory of that name, and what is below it, is another one now, or gone. */
    private void forget(String path) {
        folders.forEach((folder, leased) -> {
            if (folder.equals(path) || folder.startsWith(path + "/")) {
                leased.lease().end();
            }
        });
    }

    /** Lets go of it if it is over. */
    private @Nullable FolderLease of(String path) {
        if (isEmpty) {
            return null;
        }
        Leased over;
        synchronized (this) {
            String folder = RemoteNames.parent(path);
            Leased leased = folders.get(folder);
            if (leased == null || !leased.lease().isOver()) {
                return leased == null ? null : leased.lease();
            }
            over = folders.remove(folder);
        }
        end(over);
        return null;
    }

    private static void end(@Nullable Leased leased) {
        if (leased != null) {
            leased.lease().end();
            leased.watch().closeNow();
        }
    }
}
