package cc.agent.boot;

import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * What is done with open files that are the shell's affair, and how {@code java.io} opens them. Addresses are of native
 * memory; results are those of the methods in the JDK that they stand in for ({@code sun.nio.ch.IOStatus}, {@code -1} at the
 * end of a file).
 */
public interface VirtualDescriptors {
    /** {@code FileInputStream.open}. */
    void openInput(FileDescriptor descriptor, String name) throws FileNotFoundException;

    /** {@code FileOutputStream.open}. */
    void openOutput(FileDescriptor descriptor, String name, boolean append) throws FileNotFoundException;

    /** {@code RandomAccessFile.open}. */
    void openRandom(FileDescriptor descriptor, String name, int mode) throws FileNotFoundException;

    int read(FileDescriptor descriptor) throws IOException;

    int read(FileDescriptor descriptor, byte[] bytes) throws IOException;

    int read(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException;

    void write(FileDescriptor descriptor, int value) throws IOException;

    void write(FileDescriptor descriptor, byte[] bytes) throws IOException;

    void write(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException;

    void writeBytes(FileDescriptor descriptor, String text) throws IOException;

    void writeChars(FileDescriptor descriptor, String text) throws IOException;

    String readLine(FileDescriptor descriptor) throws IOException;

    long position(FileDescriptor descriptor) throws IOException;

    void position(FileDescriptor descriptor, long position) throws IOException;

    long length(FileDescriptor descriptor) throws IOException;

    void length(FileDescriptor descriptor, long length) throws IOException;

    long skip(FileDescriptor descriptor, long count) throws IOException;

    int available(FileDescriptor descriptor) throws IOException;

    /** The program has taken hold of the descriptor itself, and may ask for {@code sync}. */
    void exposed(FileDescriptor descriptor);

    /** The descriptor is about to be closed; its placeholder is closed afterwards. */
    void close(FileDescriptor descriptor) throws IOException;

    /** A descriptor that nobody closed was collected. */
    void abandoned(long handle);

    void sync(FileDescriptor descriptor) throws IOException;

    int read(FileDescriptor descriptor, long address, int count) throws IOException;

    int pread(FileDescriptor descriptor, long address, int count, long position) throws IOException;

    long readv(FileDescriptor descriptor, long address, int count) throws IOException;

    int write(FileDescriptor descriptor, long address, int count) throws IOException;

    int pwrite(FileDescriptor descriptor, long address, int count, long position) throws IOException;

    long writev(FileDescriptor descriptor, long address, int count) throws IOException;

    /** @param position -1: where is it? */
    long seek(FileDescriptor descriptor, long position) throws IOException;

    int force(FileDescriptor descriptor, boolean attributesToo) throws IOException;

    int truncate(FileDescriptor descriptor, long length) throws IOException;

    long size(FileDescriptor descriptor) throws IOException;

    int lock(FileDescriptor descriptor, boolean wait, long position, long size, boolean shared) throws IOException;

    void release(FileDescriptor descriptor, long position, long size) throws IOException;

    /** What a mapping keeps of the descriptor, so that {@link #forceMapped} and its end find the file. */
    FileDescriptor duplicateForMapping(FileDescriptor descriptor) throws IOException;

    int setDirectIO(FileDescriptor descriptor, String path);

    /** Direct transfers are not supported in this case. */
    long transferTo(FileDescriptor from, long position, long count, FileDescriptor to, boolean append);

    long transferFrom(FileDescriptor from, FileDescriptor to, long position, long count, boolean append);

    /** As {@link #transferTo}, of a channel of JDK 17. */
    long transferToDirectly(FileDescriptor from);

    /** Brings what is to be mapped here, before the system maps the placeholder. */
    void beforeMapping(FileDescriptor descriptor, FileChannel.MapMode mode, long position, long size)
            throws IOException;

    void forceMapped(FileDescriptor descriptor, long address, boolean isSync, long index, long length);
}
