package cc.fs.provider;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;

/** A file of the web as it was when it was opened: if another one has taken its place, what is not here yet is lost. */
final class WebFile implements OpenFile {
    private final WebFiles files;
    private final String path;
    private final String version;
    private final FileAttributes attributes;

    /** @param version see {@link WebFiles#version} */
    WebFile(WebFiles files, String path, String version, FileAttributes attributes) {
        this.files = files;
        this.path = path;
        this.version = version;
        this.attributes = attributes;
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws FileFault {
        if (attributes.isDirectory()) {
            throw new FileFault(Errno.EISDIR);
        } else if (position >= attributes.sizeBytes()) {
            return -1;
        }
        byte[] block = files.block(path, version, position / WebBlocks.BLOCK_BYTES, attributes.sizeBytes());
        int start = (int) (position % WebBlocks.BLOCK_BYTES);
        int length = Math.min(count, block.length - start);
        System.arraycopy(block, start, bytes, from, length);
        return length;
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
    public long size() {
        return attributes.sizeBytes();
    }

    @Override
    public void setSize(long bytes) throws FileFault {
        throw new FileFault(Errno.EINVAL);
    }

    @Override
    public void force(boolean attributesToo) {}

    @Override
    public FileAttributes attributes() {
        return attributes;
    }

    @Override
    public void change(AttributeChange change) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    /** Nobody can change it, so that all may read. */
    @Override
    public boolean lock(long position, long size, boolean shared, boolean wait) {
        return true;
    }

    @Override
    public void unlock(long position, long size) {}

    @Override
    public void close() {}
}
