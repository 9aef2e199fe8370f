package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Open files, as streams and channels of the JDK use them. Stateless but for what is open. */
final class ShellDescriptors extends StreamDescriptors {
    private final FileLocking locking;
    private final Mappings mappings;
    private final Abandoned abandoned;

    ShellDescriptors(OpenFiles files, Mappings mappings) {
        super(files);
        this.mappings = mappings;
        locking = new FileLocking(files);
        abandoned = new Abandoned(files, mappings);
    }

    @Override
    public void close(FileDescriptor descriptor) throws IOException {
        long handle = Native.DESCRIPTORS.getHandle(descriptor);
        try {
            if (Mappings.isMapping(handle)) {
                Native.DESCRIPTORS.setHandle(descriptor, -1);
                mappings.close(handle);
            } else {
                files.close(descriptor);
            }
        } catch (IOException e) {
            // The JDK's own part is not reached after this exception.
            Native.DESCRIPTORS.close(descriptor);
            throw JavaIo.failed(e);
        }
    }

    @Override
    public void abandoned(long handle) {
        abandoned.close(handle);
    }

    @Override
    public int read(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.read(descriptor, address, count, Transfers.HERE);
    }

    @Override
    public int pread(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        return transfers.read(descriptor, address, count, position);
    }

    @Override
    public long readv(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.readVector(descriptor, address, count);
    }

    @Override
    public int write(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.write(descriptor, address, count, Transfers.HERE);
    }

    @Override
    public int pwrite(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        return transfers.write(descriptor, address, count, position);
    }

    @Override
    public long writev(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.writeVector(descriptor, address, count);
    }

    @Override
    public long seek(FileDescriptor descriptor, long position) throws IOException {
        return run(() -> {
            VirtualFile file = files.of(descriptor);
            if (position < 0) {
                return file.position();
            }
            file.moveTo(position);
            return position;
        });
    }

    @Override
    public int force(FileDescriptor descriptor, boolean attributesToo) throws IOException {
        return run(() -> {
            files.of(descriptor).force(attributesToo);
            return 0;
        });
    }

    @Override
    public int truncate(FileDescriptor descriptor, long length) throws IOException {
        return run(() -> {
            files.of(descriptor).setSize(length);
            return 0;
        });
    }

    @Override
    public long size(FileDescriptor descriptor) throws IOException {
        return run(() -> files.of(descriptor).size());
    }

    @Override
    public int lock(FileDescriptor descriptor, boolean wait, long position, long size, boolean shared)
            throws IOException {
        return run(() -> locking.lock(descriptor, wait, position, size, shared));
    }

    @Override
    public void release(FileDescriptor descriptor, long position, long size) throws IOException {
        run(() -> {
            files.of(descriptor).file().unlock(position, size);
            return 0;
        });
    }

    @Override
    public int setDirectIO(FileDescriptor descriptor, String path) {
        return Transfers.DIRECT_ALIGNMENT_BYTES;
    }

    @Override
    public long transferTo(FileDescriptor from, long position, long count, FileDescriptor to, boolean append) {
        return Transfers.UNSUPPORTED_CASE;
    }

    @Override
    public long transferFrom(FileDescriptor from, FileDescriptor to, long position, long count, boolean append) {
        return Transfers.UNSUPPORTED_CASE;
    }

    @Override
    public long transferToDirectly(FileDescriptor from) {
        return Transfers.UNSUPPORTED_CASE;
    }

    @Override
    public void beforeMapping(FileDescriptor descriptor, FileChannel.MapMode mode, long position, long size)
            throws IOException {
        run(() -> {
            mappings.prepare(descriptor, mode, position, size);
            return 0;
        });
    }

    @Override
    public FileDescriptor duplicateForMapping(FileDescriptor descriptor) throws IOException {
        return run(mappings::opened);
    }

    @Override
    public void forceMapped(FileDescriptor descriptor, long address, boolean isSync, long index, long length) {
        mappings.force(Native.DESCRIPTORS.getHandle(descriptor));
    }
}
