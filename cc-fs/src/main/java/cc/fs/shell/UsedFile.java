package cc.fs.shell;

import cc.fs.service.AttributeChange;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import java.util.concurrent.atomic.LongAdder;

/** An open file of which it is counted how much a program reads and writes. */
final class UsedFile implements OpenFile {
    private final FileUses uses;
    private final OpenFile file;
    private final String path;
    private final String where;
    private final String place;
    private final int flags;
    private final LongAdder bytesRead = new LongAdder();
    private final LongAdder bytesWritten = new LongAdder();

    /** @param uses is told when it is closed */
    UsedFile(FileUses uses, OpenFile file, String path, String where, String place, int flags) {
        this.uses = uses;
        this.file = file;
        this.path = path;
        this.where = where;
        this.place = place;
        this.flags = flags;
    }

    String path() {
        return path;
    }

    String where() {
        return where;
    }

    String place() {
        return place;
    }

    int flags() {
        return flags;
    }

    long bytesRead() {
        return bytesRead.sum();
    }

    long bytesWritten() {
        return bytesWritten.sum();
    }

    @Override
    public int read(long position, byte[] bytes, int from, int count) throws FileFault {
        int read = file.read(position, bytes, from, count);
        if (read > 0) {
            bytesRead.add(read);
        }
        return read;
    }

    @Override
    public void write(long position, byte[] bytes, int from, int count) throws FileFault {
        file.write(position, bytes, from, count);
        bytesWritten.add(count);
    }

    @Override
    public long append(byte[] bytes, int from, int count) throws FileFault {
        long end = file.append(bytes, from, count);
        bytesWritten.add(count);
        return end;
    }

    @Override
    public long size() throws FileFault {
        return file.size();
    }

    @Override
    public void setSize(long bytes) throws FileFault {
        file.setSize(bytes);
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
        file.change(change);
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
        uses.closed(this);
        file.close();
    }
}
