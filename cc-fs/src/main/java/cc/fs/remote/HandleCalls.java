package cc.fs.remote;

import cc.fs.service.DirectoryEntry;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.FileService.Watcher;
import cc.fs.service.OpenFile;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ListEntry;
import cc.protocol.message.ListResult;
import cc.protocol.message.OpenCall;
import cc.protocol.message.OpenResult;
import cc.protocol.message.ReadCall;
import cc.protocol.message.ReadResult;
import cc.protocol.message.WriteCall;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Does the calls that open something, or name something that is open. */
final class HandleCalls {
    private static final int UNKNOWN_SIZE_BYTES = 1 << 12;

    private final FileService files;
    private final ServedTable table;
    private final WatchEvents events;

    HandleCalls(FileService files, ServedTable table, WatchEvents events) {
        this.files = files;
        this.table = table;
        this.events = events;
    }

    /** A listing that has a handle. */
    private record ServedListing(FileService.Listing listing) implements Served {
        @Override
        public void close() {
            listing.close();
        }
    }

    /** A watch that has a handle. */
    private record ServedWatch(Closeable watch) implements Served {
        @Override
        public void close() throws FileFault {
            try {
                watch.close();
            } catch (IOException e) {
                throw new FileFault(Errno.EIO);
            }
        }
    }

    /** All but a lock that waits. */
    void run(FileCall call, FileResult.Builder result) throws FileFault {
        switch (call.getOperationCase()) {
            case OPEN -> result.setOpen(open(call));
            case LIST -> result.setList(list(call));
            case WATCH -> watch(call);
            case CLOSE -> table.close(call.getHandle());
            default -> run(table.get(call.getHandle(), ServedFile.class), call, result);
        }
    }

    private static void run(ServedFile served, FileCall call, FileResult.Builder result) throws FileFault {
        OpenFile file = served.file;
        switch (call.getOperationCase()) {
            case READ -> result.setRead(read(served, call.getRead()));
            case WRITE -> write(served, call.getWrite(), result);
            case SIZE -> result.setPosition(file.size());
            case SET_SIZE -> file.setSize(call.getSetSize().getBytes());
            case FORCE -> file.force(call.getForce().getAttributesToo());
            case STAT -> result.setAttributes(FileMessages.of(file.attributes()));
            case CHANGE -> file.change(FileMessages.change(call.getChange()));
            case LOCK -> result.setLocked(lock(file, call, false));
            case UNLOCK ->
                file.unlock(call.getUnlock().getPosition(), call.getUnlock().getSize());
            default ->
                throw new IllegalArgumentException(call.getOperationCase().name());
        }
    }

    /** The file that a lock is for, which may be waited for without a look into the table. */
    OpenFile file(FileCall call) throws FileFault {
        return table.get(call.getHandle(), ServedFile.class).file;
    }

    static boolean lock(OpenFile file, FileCall call, boolean wait) throws FileFault {
        return file.lock(
                call.getLock().getPosition(),
                call.getLock().getSize(),
                call.getLock().getShared(),
                wait);
    }

    private OpenResult open(FileCall call) throws FileFault {
        OpenCall how = call.getOpen();
        OpenFile file = files.open(call.getPath(), how.getFlags(), how.getPermissions());
        ServedFile served = new ServedFile(file, call.getPath(), how.getFlags());
        OpenResult.Builder result = OpenResult.newBuilder();
        try {
            FileAttributes attributes = file.attributes();
            if (how.getInode() != 0
                    && (how.getInode() != attributes.inode() || how.getDevice() != attributes.device())) {
                throw new FileFault(Errno.ESTALE);
            }
            result.setAttributes(FileMessages.of(attributes));
            if (how.getReadBytes() > 0 && attributes.isRegularFile()) {
                // One byte more than there should be: whether that was the end is known without asking again.
                long wanted = attributes.sizeBytes() == 0 ? UNKNOWN_SIZE_BYTES : attributes.sizeBytes() + 1;
                ReadPiece piece = ReadPiece.of(file, 0, (int) Math.min(how.getReadBytes(), wanted));
                served.bytesRead.add(piece.bytes().size());
                result.setBytes(piece.bytes()).setEnd(piece.end());
            }
        } catch (FileFault e) {
            file.close();
            throw e;
        }
        table.add(call.getHandle(), served);
        return result.build();
    }

    private static ReadResult read(ServedFile served, ReadCall call) throws FileFault {
        ReadPiece piece = ReadPiece.of(served.file, call.getPosition(), call.getCount());
        served.bytesRead.add(piece.bytes().size());
        return ReadResult.newBuilder()
                .setEnd(piece.end())
                .setBytes(piece.bytes())
                .build();
    }

    private static void write(ServedFile served, WriteCall call, FileResult.Builder result) throws FileFault {
        WrittenPiece piece = new WrittenPiece(call.getBytes());
        if (call.getAppend()) {
            result.setPosition(piece.append(served.file));
        } else {
            piece.write(served.file, call.getPosition());
        }
        served.bytesWritten.add(call.getBytes().size());
    }

    private ListResult list(FileCall call) throws FileFault {
        if (!table.has(call.getHandle())) {
            table.add(call.getHandle(), new ServedListing(files.list(call.getPath())));
        }
        FileService.Listing listing =
                table.get(call.getHandle(), ServedListing.class).listing();
        ListResult.Builder result = ListResult.newBuilder();
        try {
            while (result.getEntriesCount() < FileLimits.LIST_ENTRIES && listing.hasNext()) {
                DirectoryEntry entry = listing.next();
                ListEntry.Builder told = ListEntry.newBuilder().setName(entry.name());
                if (entry.attributes() != null) {
                    told.setAttributes(FileMessages.of(entry.attributes()));
                }
                result.addEntries(told);
            }
            if (!listing.hasNext()) {
                table.close(call.getHandle());
                result.setEnd(true);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof FileFault fault ? fault : new FileFault(Errno.EIO);
        }
        return result.build();
    }

    private void watch(FileCall call) throws FileFault {
        long handle = call.getHandle();
        Watcher heard = changes -> events.heard(handle, changes);
        table.add(handle, new ServedWatch(files.watch(call.getPath(), heard)));
    }
}
