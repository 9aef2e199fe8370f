package cc.fs.service;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A file system for one program, by absolute and normal paths. Implementations are safe for use by many threads, and block.
 *
 * <p>All methods throw {@link LinkFault} if a directory on the way, or the file itself where links are to be followed, is a
 * symbolic link; other faults as the system calls of Linux that they are named after.
 */
public interface FileService extends Closeable {
    /** {@code stat}, or {@code lstat}. */
    FileAttributes attributes(String path, boolean followLinks) throws FileFault;

    /** @param access bits as of {@code access(2)}: 4 to read, 2 to write, 1 to execute, 0: is it there */
    void checkAccess(String path, int access) throws FileFault;

    /**
     * Opens a file, never a directory for writing.
     *
     * @param flags of {@link OpenFlags}
     * @param permissions of a new file, before this machine's mask is applied
     */
    OpenFile open(String path, int flags, int permissions) throws FileFault;

    void createDirectory(String path, int permissions) throws FileFault;

    /** @param target as it is to be written into the link */
    void createSymbolicLink(String path, String target) throws FileFault;

    /** A second name for a file. */
    void createLink(String path, String existing) throws FileFault;

    /** What the link says, as it says it. */
    String readSymbolicLink(String path) throws FileFault;

    /** A file, a link or an empty directory. */
    void delete(String path) throws FileFault;

    /** {@code rename(2)}: replaces a file, or an empty directory, at once. */
    void rename(String from, String to) throws FileFault;

    /** Names without {@code .} and {@code ..}; what changes meanwhile may be told or not. To be closed. */
    Listing list(String path) throws FileFault;

    /** @param followLinks of the file itself */
    void change(String path, boolean followLinks, AttributeChange change) throws FileFault;

    StoreFacts store(String path) throws FileFault;

    /** Extended attributes of the user's name space, by name without prefix. */
    Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault;

    /** @param value null: it is removed */
    void setUserAttribute(
            String path, boolean followLinks, String name, byte @org.jspecify.annotations.Nullable [] value)
            throws FileFault;

    /**
     * Watches a directory until the returned is closed.
     *
     * @param heard called by a thread of the service, with what has happened since it was called last; an empty list: more
     *     than could be told
     */
    Closeable watch(String path, Watcher heard) throws FileFault;

    /** Ends what is open. */
    @Override
    void close();

    /** Names of a directory. */
    interface Listing extends Iterator<DirectoryEntry>, Closeable {
        @Override
        void close();
    }

    /** Hears of changes in a directory. */
    interface Watcher {
        void heard(List<Change> changes);
    }

    /**
     * Something happened to a name in a watched directory.
     *
     * @param kind as {@link java.nio.file.StandardWatchEventKinds} names it
     */
    record Change(Kind kind, String name) {
        /** What may happen to a name. */
        public enum Kind {
            CREATED,
            MODIFIED,
            DELETED,
            /** The directory itself is gone, and with it the watch; the name is empty. */
            ENDED
        }
    }
}
