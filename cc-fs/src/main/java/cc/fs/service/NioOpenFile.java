package cc.fs.service;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A file that is open by a channel of a provider. */
final class NioOpenFile implements OpenFile, FileLocks.LockOwner {
    private final NioFileService service;
    private final FileChannel channel;
    private final Path path;
    private final FileKey key;
    private final FileLocks locks;
    private volatile FileAttributes known;
    private volatile boolean closed;

    /** @param known what was known of the file when it was opened */
    NioOpenFile(NioFileService service, FileChannel channel, Path path, FileAttributes known) {
        this.service = service;
        this.channel = channel;
        this.path = path;
        this.known = known;
        key = FileKey.of(known);
        locks = service.locks().opened(key);
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws FileFault {
        return Faults.attempt(() -> channel.read(ByteBuffer.wrap(bytes, from, count), position));
    }

    @Override
    public void write(long position, byte[] bytes, int from, int count) throws FileFault {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
        Faults.attempt(() -> {
            long at = position;
            while (buffer.hasRemaining()) {
                at += channel.write(buffer, at);
            }
        });
    }

    @Override
    public long append(byte[] bytes, int from, int count) throws FileFault {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, from, count);
        // The system tells nobody where an append ended; one after the other, it is the size that follows.
        synchronized (locks) {
            return Faults.attempt(() -> {
                while (buffer.hasRemaining()) {
                    channel.position(channel.size());
                    channel.write(buffer);
                }
                return channel.size();
            });
        }
    }

    @Override
    public long size() throws FileFault {
        return Faults.<Long>attempt(channel::size);
    }

    @Override
    public void setSize(long bytes) throws FileFault {
        Faults.attempt(() -> {
            if (bytes < 0) {
                throw new FileFault(Errno.EINVAL);
            }
            if (bytes > channel.size()) {
                channel.write(ByteBuffer.allocate(1), bytes - 1);
            } else {
                channel.truncate(bytes);
            }
        });
    }

    @Override
    public void force(boolean attributesToo) throws FileFault {
        Faults.attempt(() -> channel.force(attributesToo));
    }

    /** By the name that it was opened by, as Java has no way to ask a descriptor; the last known ones when it has gone from there. */
    @Override
    public FileAttributes attributes() throws FileFault {
        long size = size();
        FileAttributes there = service.attributesIfThere(path);
        if (there != null && FileKey.of(there).equals(key)) {
            known = there;
            return there;
        }
        return known.withSize(size);
    }

    @Override
    public void change(AttributeChange change) throws FileFault {
        FileAttributes there = service.attributesIfThere(path);
        if (there == null || !FileKey.of(there).equals(key)) {
            throw new FileFault(Errno.ESTALE);
        }
        service.change(path.toString(), true, change);
    }

    @Override
    public boolean lock(long position, long size, boolean shared, boolean wait) throws FileFault {
        LockRange range = LockRange.of(position, size);
        return Faults.<Boolean>attempt(() -> locks.lock(this, range, shared, wait));
    }

    @Override
    public void unlock(long position, long size) throws FileFault {
        locks.unlock(this, LockRange.of(position, size));
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
        Faults.attempt(() -> locks.close(this));
        service.locks().closed(key, locks);
    }

    @Override
    public FileChannel channel() {
        return channel;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }
}
