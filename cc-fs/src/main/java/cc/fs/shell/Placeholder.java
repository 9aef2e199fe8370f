package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The kernel's side of a virtual file: an empty file without a name. It keeps the descriptor's number taken, gives the system
 * something to map, and tells the JDK's table of locks which opened files are the same one. All descriptors of one file have
 * the same placeholder.
 */
final class Placeholder {
    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;

    /** {@code length} and {@code setLength} of {@code RandomAccessFile} are hooked from here on, and native before. */
    private static final int FIRST_WITH_LENGTH_IN_JAVA = 21;

    private static final boolean MIRRORS_SIZE = Runtime.version().feature() < FIRST_WITH_LENGTH_IN_JAVA;

    private final Object key;
    private final Spool own = new Spool();
    private final List<Mapping> mapped = new CopyOnWriteArrayList<>();
    private int users;
    private long sizeBytes;
    private boolean mirrored;

    Placeholder(Object key) throws IOException {
        this.key = key;
    }

    /** Tells files apart. */
    Object key() {
        return key;
    }

    /**
     * Gives the program's descriptor a number that stands for this file.
     *
     * @param writable whether natives may change it
     */
    synchronized void lend(FileDescriptor descriptor, boolean writable) throws IOException {
        int access = writable ? O_RDWR : O_RDONLY;
        Native.DESCRIPTORS.set(descriptor, Native.open(own.name(), access | O_CLOEXEC, 0));
    }

    /** This file's own descriptor, for what the program does not see. */
    FileDescriptor descriptor() {
        return own.descriptor();
    }

    /** From now on natives of the JDK look at it to learn the file's size. */
    synchronized void mirror(long fileBytes) throws IOException {
        if (MIRRORS_SIZE) {
            mirrored = true;
            resize(fileBytes);
        }
    }

    /** The file has a new size. */
    synchronized void resized(long fileBytes) throws IOException {
        if (mirrored) {
            resize(fileBytes);
        }
    }

    /** The file is at least that long now. */
    synchronized void reached(long fileBytes) throws IOException {
        if (mirrored) {
            reach(fileBytes);
        }
    }

    /**
     * What natives that look at a descriptor of this file are to see. What is mapped is not taken away: who touches memory
     * beyond a file's end is killed.
     */
    synchronized void resize(long bytes) throws IOException {
        if (bytes > sizeBytes || (bytes < sizeBytes && !isMapped())) {
            Native.truncate(own.descriptor(), bytes);
            sizeBytes = bytes;
        }
    }

    /** There has to be that much to be mapped. */
    synchronized void reach(long bytes) throws IOException {
        if (bytes > sizeBytes) {
            resize(bytes);
        }
    }

    synchronized boolean isSizeChanged() throws IOException {
        return mirrored && Native.size(own.descriptor()) != sizeBytes;
    }

    /** What a native has made of the size since the last time; -1: nothing. */
    synchronized long sizeSetByProgram() throws IOException {
        long now = mirrored ? Native.size(own.descriptor()) : sizeBytes;
        if (now == sizeBytes) {
            return -1;
        }
        sizeBytes = now;
        return now;
    }

    void add(Mapping mapping) {
        mapped.add(mapping);
    }

    void remove(Mapping mapping) {
        mapped.remove(mapping);
    }

    /** Writes what was changed in memory into the file, so that who reads it sees that. */
    void writeBackMapped() throws IOException {
        for (Mapping mapping : mapped) {
            mapping.writeBack();
        }
    }

    /** Shows what was written to the file to those who have it in memory. */
    void written(long position, byte[] bytes, int from, int count) throws IOException {
        for (Mapping mapping : mapped) {
            mapping.take(position, bytes, from, count);
        }
    }

    boolean isMapped() {
        return !mapped.isEmpty();
    }

    void use() {
        users++;
    }

    /** @return whether nobody needs it any more; it is closed then */
    boolean release() throws IOException {
        if (--users > 0) {
            return false;
        }
        own.close();
        return true;
    }
}
