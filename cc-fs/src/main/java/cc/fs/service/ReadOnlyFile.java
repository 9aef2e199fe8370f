package cc.fs.service;

import java.util.function.Supplier;

/** A file that was opened to be read. */
final class ReadOnlyFile implements OpenFile {
    private final OpenFile file;
    private final Supplier<FileFault> refusal;

    ReadOnlyFile(OpenFile file, Supplier<FileFault> refusal) {
        this.file = file;
        this.refusal = refusal;
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws FileFault {
        return file.read(position, bytes, from, count);
    }

    @Override
    public void write(long position, byte[] bytes, int from, int count) throws FileFault {
        throw new FileFault(Errno.EBADF);
    }

    @Override
    public long append(byte[] bytes, int from, int count) throws FileFault {
        throw new FileFault(Errno.EBADF);
    }

    @Override
    public long size() throws FileFault {
        return file.size();
    }

    @Override
    public void setSize(long bytes) throws FileFault {
        throw new FileFault(Errno.EINVAL);
    }

    @Override
    public void force(boolean attributesToo) throws FileFault {
        file.force(attributesToo);
    }

    @Override
    public FileAttributes attributes() throws FileFault {
        return file.attributes();
    }

    @Override
    public void change(AttributeChange change) throws FileFault {
        throw refusal.get();
    }

    @Override
    public boolean lock(long position, long size, boolean shared, boolean wait) throws FileFault {
        return file.lock(position, size, shared, wait);
    }

    @Override
    public void unlock(long position, long size) throws FileFault {
        file.unlock(position, size);
    }

    @Override
    public void close() throws FileFault {
        file.close();
    }
}
