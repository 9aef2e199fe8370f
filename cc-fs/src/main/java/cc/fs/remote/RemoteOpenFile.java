package cc.fs.remote;

import cc.fs.mount.CachePolicy;
import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ForceCall;
import cc.protocol.message.LockCall;
import cc.protocol.message.OpenCall;
import cc.protocol.message.OpenResult;
import cc.protocol.message.ReadCall;
import cc.protocol.message.SetSizeCall;
import cc.protocol.message.SizeCall;
import cc.protocol.message.StatCall;
import cc.protocol.message.UnlockCall;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file of another machine that is open. */
final class RemoteOpenFile implements OpenFile, LinkHandle {
    /** What must not be done once more when the file is opened again. */
    private static final int ONCE =
            OpenFlags.CREATE | OpenFlags.CREATE_NEW | OpenFlags.TRUNCATE | OpenFlags.DELETE_ON_CLOSE;

    private static final int CHANGES_AT_OPEN = OpenFlags.TRUNCATE | OpenFlags.DELETE_ON_CLOSE;
    private static final int WRITES_THROUGH = OpenFlags.SYNC | OpenFlags.DSYNC | OpenFlags.DIRECT;

    /** How much of a file that is opened to be read comes with the opening. */
    private static final int FIRST_BYTES = 1 << 16;

    /** How long it is taken as known what a file was when it was opened. */
    private static final long KNOWN_NANOS = 1_000_000_000L;

    /** Of a file that may not be what it was when it was opened. */
    private static final long UNKNOWN = -1;

    private final RemoteFileService service;
    private final FilesLink link;
    private final String path;
    private final int flags;
    private final long handle;
    private final boolean cached;
    private final HeldLocks locks = new HeldLocks();
    private final FileAttributes opened;
    private final long openedNanos = System.nanoTime();
    private final SharedFile shared;
    private final long openedVersion;
    private final ReadAhead reads;
    private final WriteBehind writes;
    private final RemoteAppends appends;
    private volatile boolean changed;
    private volatile @Nullable FileFault dead;
    private volatile boolean closed;

    /** How a file is opened, and what had been written before. */
    private record Opening(
            RemoteFileService service,
            FilesLink link,
            String path,
            int flags,
            boolean cached,
            long handle,
            SharedFiles.Moment begun) {}

    private RemoteOpenFile(Opening how, OpenResult result) {
        service = how.service();
        link = how.link();
        path = how.path();
        flags = how.flags();
        handle = how.handle();
        cached = how.cached();
        opened = FileMessages.attributes(result.getAttributes());
        shared = link.shared().opened(opened);
        reads = new ReadAhead(link, handle, shared);
        writes = new WriteBehind(link, handle, shared);
        appends = new RemoteAppends(link, handle, opened.sizeBytes());
        changed = OpenFlags.has(flags, OpenFlags.DELETE_ON_CLOSE);
        boolean late = how.begun().isBefore(shared);
        if (OpenFlags.has(flags, CHANGES_AT_OPEN)) {
            shared.changed();
        }
        openedVersion = late ? UNKNOWN : shared.version();
        if (!late) {
            reads.begin(result.getBytes(), result.getEnd(), openedVersion);
        }
    }

    static RemoteOpenFile open(
            RemoteFileService service, FilesLink link, String path, int flags, int permissions, CachePolicy policy)
            throws FileFault {
        boolean cached = policy != CachePolicy.NONE && !OpenFlags.has(flags, OpenFlags.DIRECT);
        boolean readOnly = !OpenFlags.has(flags, OpenFlags.WRITE | OpenFlags.APPEND);
        if (OpenFlags.has(flags, OpenFlags.TRUNCATE)) {
            // What was written before must not come after it.
            link.shared().flushAll();
        }
        long handle = link.handles().next();
        FileCall.Builder call = FileCall.newBuilder()
                .setHandle(handle)
                .setPath(path)
                .setOpen(OpenCall.newBuilder()
                        .setFlags(flags)
                        .setPermissions(permissions)
                        .setReadBytes(cached && readOnly ? FIRST_BYTES : 0));
        Opening how = new Opening(
                service, link, path, flags, cached, handle, link.shared().now());
        RemoteOpenFile[] made = new RemoteOpenFile[1];
        // What is open has to be known before anything else can happen to the connection.
        link.send(call, (result, fault) -> {
                    if (result != null) {
                        made[0] = new RemoteOpenFile(how, result.getOpen());
                        link.handles().opened(made[0]);
                    }
                })
                .await();
        return Objects.requireNonNull(made[0]);
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws FileFault {
        begin();
        if (count == 0) {
            return 0;
        }
        return cached ? reads.read(position, bytes, from, count) : readThrough(position, bytes, from, count);
    }

    @Override
    public void write(long position, byte[] bytes, int from, int count) throws FileFault {
        requireUsable();
        writes.requireNoneLate();
        if (!OpenFlags.has(flags, OpenFlags.WRITE | OpenFlags.APPEND)) {
            throw new FileFault(Errno.EBADF);
        }
        shared.flushOthers(writes);
        try {
            writes.write(position, bytes, from, count);
        } finally {
            changed();
        }
        if (!cached || OpenFlags.has(flags, WRITES_THROUGH)) {
            writes.flush();
            writes.requireNoneLate();
        }
    }

    @Override
    public long append(byte[] bytes, int from, int count) throws FileFault {
        begin();
        if (count == 0) {
            return size();
        }
        try {
            return appends.append(bytes, from, count);
        } finally {
            changed();
        }
    }

    @Override
    public long size() throws FileFault {
        begin();
        return isKnown()
                ? opened.sizeBytes()
                : link.call(call().setSize(SizeCall.getDefaultInstance())).getPosition();
    }

    @Override
    public void setSize(long bytes) throws FileFault {
        if (bytes < 0) {
            throw new FileFault(Errno.EINVAL);
        }
        begin();
        try {
            link.call(call().setSetSize(SetSizeCall.newBuilder().setBytes(bytes)));
        } finally {
            changed();
        }
        writes.requireNoneLate();
    }

    @Override
    public void force(boolean attributesToo) throws FileFault {
        begin();
        link.call(call().setForce(ForceCall.newBuilder().setAttributesToo(attributesToo)));
        writes.flush();
        writes.requireNoneLate();
    }

    @Override
    public FileAttributes attributes() throws FileFault {
        begin();
        return isKnown()
                ? opened
                : FileMessages.attributes(
                        link.call(call().setStat(StatCall.getDefaultInstance())).getAttributes());
    }

    @Override
    public void change(AttributeChange change) throws FileFault {
        begin();
        try {
            link.call(call().setChange(FileMessages.of(change)));
        } finally {
            changed();
        }
    }

    @Override
    public boolean lock(long position, long size, boolean shared, boolean wait) throws FileFault {
        if (position < 0 || size < 0) {
            throw new FileFault(Errno.EINVAL);
        }
        begin();
        LockCall lock = LockCall.newBuilder()
                .setPosition(position)
                .setSize(size)
                .setShared(shared)
                .setWait(wait)
                .build();
        FileResult result = link.send(call().setLock(lock), (locked, fault) -> {
                    if (locked != null && locked.getLocked()) {
                        locks.add(lock);
                    }
                })
                .await();
        // What another machine has written under its lock is to be seen under this one.
        reads.forget();
        changed = true;
        return result.getLocked();
    }

    @Override
    public void unlock(long position, long size) throws FileFault {
        begin();
        locks.remove(position, size);
        link.call(call().setUnlock(UnlockCall.newBuilder().setPosition(position).setSize(size)));
    }

    @Override
    public void close() throws FileFault {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        service.forget(this);
        reads.forget();
        try {
            if (dead == null) {
                writes.push();
                PendingCall call = link.send(call().setClose(CloseCall.getDefaultInstance()), null);
                if (changed) {
                    call.await();
                    writes.flush();
                }
            }
            writes.requireNoneLate();
        } finally {
            link.handles().closed(this);
            link.shared().closed(shared);
        }
    }

    @Override
    public long id() {
        return handle;
    }

    @Override
    public List<FileCall.Builder> reopening() {
        List<FileCall.Builder> calls = new ArrayList<>();
        calls.add(call().setPath(path).setOpen(reopeningAs(flags & ~ONCE)));
        calls.addAll(locks.calls(handle));
        return calls;
    }

    @Override
    public void reopened(List<FileResult> results) throws FileFault {
        for (FileResult result : results) {
            if (result.hasError()) {
                throw new FileFault(Errno.ESTALE);
            }
            if (result.hasLocked() && !result.getLocked()) {
                throw new FileFault(
                        Errno.OTHER, "a lock was lost when the file proxy of machine " + link.machine() + " ended");
            }
        }
    }

    @Override
    public void die(FileFault fault) {
        dead = fault;
    }

    /** Opens this file, and no other one that has its name now. */
    OpenCall reopeningAs(int how) {
        return OpenCall.newBuilder()
                .setFlags(how)
                .setDevice(opened.device())
                .setInode(opened.inode())
                .build();
    }

    /** Where the last append ended that is known of. */
    long knownEnd() {
        return appends.knownEnd();
    }

    String path() {
        return path;
    }

    private int readThrough(long position, byte[] bytes, int from, int count) throws FileFault {
        int wanted = Math.min(count, FileLimits.MAX_TRANSFER_BYTES);
        FileCall.Builder call =
                call().setRead(ReadCall.newBuilder().setPosition(position).setCount(wanted));
        link.reads().take(wanted);
        ByteString got = link.send(call, (result, fault) -> link.reads().giveBack(wanted))
                .await()
                .getRead()
                .getBytes();
        got.copyTo(bytes, from);
        return got.isEmpty() ? -1 : got.size();
    }

    /** Whether the file may be taken for what it was when it was opened. */
    private boolean isKnown() {
        return cached && shared.version() == openedVersion && System.nanoTime() - openedNanos < KNOWN_NANOS;
    }

    /** To be called after a change: what is read before it is of no use then. */
    private void changed() {
        changed = true;
        shared.changed();
    }

    /** What is called next comes after all writes, also those by other open files that are this file. */
    private void begin() throws FileFault {
        requireUsable();
        writes.requireNoneLate();
        writes.push();
        shared.flushOthers(writes);
    }

    private void requireUsable() throws FileFault {
        FileFault fault = dead;
        if (fault != null) {
            throw fault.again();
        }
        if (closed) {
            throw new FileFault(Errno.EBADF);
        }
    }

    private FileCall.Builder call() {
        return FileCall.newBuilder().setHandle(handle);
    }
}
