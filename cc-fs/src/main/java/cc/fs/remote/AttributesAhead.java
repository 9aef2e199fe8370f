package cc.fs.remote;

import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ListCall;
import cc.protocol.message.ListEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that come with the list of a directory, for programs that look at one file of it after another. What a list of
 * the program's own said is told once and only for a moment, and nothing of it once the program changes anything there.
 * Who looks at several files of a directory has it listed and watched meanwhile: see {@link FolderLeases}. Opening a file
 * always asks. Thread-safe.
 */
final class AttributesAhead {
    private static final long KNOWN_NANOS = 1_000_000_000L;
    private static final int MAX_KNOWN = 1 << 15;

    /** So many files of a directory are looked at before the others are asked for. */
    private static final int FIRST_LOOKS = 8;

    private static final int MOST_LOOKS = 1 << 16;

    private final FilesLink link;
    private final LongSupplier nanoTime;

    // Guarded by this.
    private final Map<String, Known> known = new HashMap<>();
    private final Set<String> looked = new HashSet<>();
    private String folder = "";
    private long lookedNanos;
    private int looksBefore = FIRST_LOOKS;
    private long used;
    private long usedBeforeList = -1;
    private boolean listing;

    /** @param moment when it was asked for */
    private record Known(FileAttributes attributes, SharedFiles.Moment moment, long nanos) {}

    AttributesAhead(FilesLink link, LongSupplier nanoTime) {
        this.link = link;
        this.nanoTime = nanoTime;
    }

    /**
     * What is known of a file without asking: as long as its directory says what changes there, else what the last list of
     * that said. Null if nothing is.
     *
     * @throws FileFault if it is known that there is no such file
     */
    synchronized @Nullable FileAttributes take(String path, boolean followLinks) throws FileFault {
        try {
            FileAttributes leased = link.leases().find(path, followLinks);
            if (leased != null) {
                used++;
                return leased;
            }
        } catch (FileFault e) {
            used++;
            throw e;
        }
        Known there = known.remove(path);
        if (there == null) {
            return null;
        }
        boolean usable = nanoTime.getAsLong() - there.nanos() < KNOWN_NANOS
                && link.shared().isUnchangedSince(there.moment())
                && !(followLinks && there.attributes().isSymbolicLink());
        if (!usable) {
            return null;
        }
        used++;
        return there.attributes();
    }

    /** Takes in a part of a list, which was asked for at that moment. */
    synchronized void add(String directory, List<ListEntry> entries, SharedFiles.Moment asked) {
        if (!link.shared().isUnchangedSince(asked)) {
            return;
        }
        if (known.size() + entries.size() > MAX_KNOWN) {
            known.clear();
        }
        long now = nanoTime.getAsLong();
        for (ListEntry entry : entries) {
            if (entry.hasAttributes()) {
                known.put(
                        RemoteNames.below(directory, entry.getName()),
                        new Known(FileMessages.attributes(entry.getAttributes()), asked, now));
            }
        }
    }

    /** A file was asked for by itself. */
    void asked(String path) {
        String directory = RemoteNames.parent(path);
        synchronized (this) {
            long now = nanoTime.getAsLong();
            if (!directory.equals(folder) || now - lookedNanos > KNOWN_NANOS) {
                folder = directory;
                looked.clear();
            }
            lookedNanos = now;
            // Who waits for one file to change looks at the same one again and again.
            looked.add(path);
            if (listing || looked.size() < looksBefore) {
                return;
            }
            // Lists that are of no use become rare.
            looksBefore = used > usedBeforeList ? FIRST_LOOKS : Math.min(2 * looksBefore, MOST_LOOKS);
            usedBeforeList = used;
            looked.clear();
            listing = true;
        }
        list(directory);
    }

    private void list(String directory) {
        FolderLease lease;
        try {
            lease = link.leases().begin(directory);
        } catch (FileFault e) {
            end();
            return;
        }
        FileCall.Builder call = FileCall.newBuilder()
                .setHandle(link.handles().next())
                .setPath(directory)
                .setList(ListCall.getDefaultInstance());
        listOn(call, lease, 0);
    }

    /** Never waits, since it is the link's thread that asks for the next part. */
    private void listOn(FileCall.Builder call, FolderLease lease, int entriesBefore) {
        SharedFiles.Moment moment = link.shared().now();
        try {
            link.sendNow(call, (result, fault) -> arrived(call, result, moment, lease, entriesBefore));
        } catch (FileFault e) {
            end();
        }
    }

    private void arrived(
            FileCall.Builder call,
            @Nullable FileResult result,
            SharedFiles.Moment moment,
            FolderLease lease,
            int entriesBefore) {
        if (result == null) {
            lease.end();
            end();
            return;
        }
        List<ListEntry> entries = result.getList().getEntriesList();
        add(call.getPath(), entries, moment);
        int all = entriesBefore + entries.size();
        boolean wanted = lease.add(entries, moment) || link.shared().isUnchangedSince(moment);
        if (result.getList().getEnd()) {
            lease.complete();
            end();
        } else if (wanted && all < MAX_KNOWN) {
            listOn(call, lease, all);
        } else {
            closeListing(call.getHandle());
            lease.end();
            end();
        }
    }

    private void closeListing(long handle) {
        try {
            link.sendNow(FileCall.newBuilder().setHandle(handle).setClose(CloseCall.getDefaultInstance()), null);
        } catch (FileFault e) {
            // The link is closed, and the listing with it.
            return;
        }
    }

    private synchronized void end() {
        listing = false;
    }
}
