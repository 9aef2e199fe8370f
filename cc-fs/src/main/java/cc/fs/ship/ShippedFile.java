package cc.fs.ship;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;

/** A copy, which looks like the file it is of. */
final class ShippedFile implements OpenFile {
    private final OpenFile file;
    private final FileAttributes attributes;

    ShippedFile(OpenFile file, FileAttributes attributes) {
        this.file = file;
        this.attributes = attributes;
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
        return attributes;
    }

    @Override
    public void change(AttributeChange change) throws FileFault {
        throw new FileFault(Errno.EACCES);
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
