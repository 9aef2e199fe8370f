package cc.fs.service;

import java.io.Closeable;

/**
 * An open file. Positions are the caller's affair; safe for use by many threads.
 *
 * <p>A write may return before it is done (see {@link #force}); an error that comes later is thrown by the next operation, at
 * the latest by {@link #close}, once.
 */
public interface OpenFile extends Closeable {
    /** @return how many bytes, at least one; -1 at the end of the file */
    int read(long position, byte[] bytes, int from, int count) throws FileFault;

    /** Writes all bytes. */
    void write(long position, byte[] bytes, int from, int count) throws FileFault;

    /**
     * Writes all bytes at the end, wherever that is by then, as one.
     *
     * @return where they end
     */
    long append(byte[] bytes, int from, int count) throws FileFault;

    long size() throws FileFault;

    /** Shortens or extends. */
    void setSize(long bytes) throws FileFault;

    /** Returns when all that was written is on the disk. */
    void force(boolean attributesToo) throws FileFault;

    FileAttributes attributes() throws FileFault;

    void change(AttributeChange change) throws FileFault;

    /**
     * Locks a range against all other open files, on whatever machine.
     *
     * @param wait whether to wait for others to let go
     * @return whether it is locked
     */
    boolean lock(long position, long size, boolean shared, boolean wait) throws FileFault;

    void unlock(long position, long size) throws FileFault;

    @Override
    void close() throws FileFault;
}
