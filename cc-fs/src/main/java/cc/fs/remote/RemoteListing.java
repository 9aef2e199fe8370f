package cc.fs.remote;

import cc.fs.service.DirectoryEntry;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileKey;
import cc.fs.service.FileService;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ListCall;
import cc.protocol.message.ListEntry;
import cc.protocol.message.ListResult;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of a directory of another machine, fetched many at a time. Not for use by several threads. */
final class RemoteListing implements FileService.Listing, LinkHandle {
    private final RemoteFileService service;
    private final FilesLink link;
    private final String path;
    private final long handle;
    private Iterator<ListEntry> fetched;
    private Set<FileKey> unwritten;
    private @Nullable DirectoryEntry next;
    private boolean end;
    private boolean closed;

    /** What has been told: a proxy that was started anew lists all once more. */
    private final Set<String> told = new HashSet<>();

    private volatile boolean again;
    private volatile @Nullable FileFault dead;

    RemoteListing(RemoteFileService service, FilesLink link, String path) throws FileFault {
        this.service = service;
        this.link = link;
        this.path = path;
        handle = link.handles().next();
        SharedFiles.Moment asked = link.shared().now();
        unwritten = asked.unwritten();
        ListResult first = link.call(call()).getList();
        service.listed(path, first.getEntriesList(), asked);
        end = first.getEnd();
        fetched = first.getEntriesList().iterator();
        if (!end) {
            link.handles().opened(this);
        }
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (!fetched.hasNext()) {
                if (end) {
                    return false;
                }
                fetch();
            } else {
                take(fetched.next());
            }
        }
        return true;
    }

    @Override
    public DirectoryEntry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        DirectoryEntry entry = next;
        next = null;
        return Objects.requireNonNull(entry);
    }

    @Override
    public void close() {
        if (!end && !closed && dead == null) {
            try {
                link.send(call().setClose(CloseCall.getDefaultInstance()).clearPath(), null);
            } catch (FileFault e) {
                // The link is closed, and the listing with it.
                end = true;
            }
        }
        closed = true;
        link.handles().closed(this);
    }

    @Override
    public long id() {
        return handle;
    }

    @Override
    public List<FileCall.Builder> reopening() {
        again = true;
        return List.of();
    }

    @Override
    public void reopened(List<FileResult> results) {}

    @Override
    public void die(FileFault fault) {
        dead = fault;
    }

    private void fetch() {
        try {
            if (dead != null) {
                throw dead;
            }
            SharedFiles.Moment asked = link.shared().now();
            unwritten = asked.unwritten();
            ListResult list = link.call(call()).getList();
            service.listed(path, list.getEntriesList(), asked);
            end = list.getEnd();
            fetched = list.getEntriesList().iterator();
            if (end) {
                link.handles().closed(this);
            }
        } catch (FileFault e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(ListEntry entry) {
        if (again && told.contains(entry.getName())) {
            return;
        }
        if (!end) {
            told.add(entry.getName());
        }
        next = new DirectoryEntry(entry.getName(), attributes(entry));
    }

    /** What the program has written itself may have come too late for the listing. */
    private @Nullable FileAttributes attributes(ListEntry entry) {
        if (!entry.hasAttributes()) {
            return null;
        }
        FileAttributes told = FileMessages.attributes(entry.getAttributes());
        if (!unwritten.contains(FileKey.of(told))) {
            return told;
        }
        try {
            return service.attributes(RemoteNames.below(path, entry.getName()), false);
        } catch (FileFault e) {
            return null;
        }
    }

    private FileCall.Builder call() {
        return FileCall.newBuilder().setHandle(handle).setPath(path).setList(ListCall.getDefaultInstance());
    }
}
