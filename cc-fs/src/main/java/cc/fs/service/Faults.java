package cc.fs.service;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says as the operating system would why a {@code java.nio.file} provider failed. */
final class Faults {
    /** What {@code sun.nio.fs.UnixException} of JDK 17 to 25 adds to the system's words. */
    private static final String LOOP_WORDS = " or unable to access attributes of symbolic link";

    private static final List<Map.Entry<Class<? extends Exception>, Errno>> BY_CLASS = List.of(
            Map.entry(NoSuchFileException.class, Errno.ENOENT),
            Map.entry(FileNotFoundException.class, Errno.ENOENT),
            Map.entry(FileAlreadyExistsException.class, Errno.EEXIST),
            Map.entry(AccessDeniedException.class, Errno.EACCES),
            Map.entry(NotDirectoryException.class, Errno.ENOTDIR),
            Map.entry(DirectoryNotEmptyException.class, Errno.ENOTEMPTY),
            Map.entry(NotLinkException.class, Errno.EINVAL),
            Map.entry(FileSystemLoopException.class, Errno.ELOOP),
            Map.entry(AtomicMoveNotSupportedException.class, Errno.EXDEV),
            Map.entry(UserPrincipalNotFoundException.class, Errno.EINVAL),
            Map.entry(ClosedChannelException.class, Errno.EBADF),
            Map.entry(NonReadableChannelException.class, Errno.EBADF),
            Map.entry(NonWritableChannelException.class, Errno.EBADF),
            Map.entry(OverlappingFileLockException.class, Errno.EINVAL),
            Map.entry(ReadOnlyFileSystemException.class, Errno.EROFS),
            Map.entry(ClosedFileSystemException.class, Errno.EIO),
            Map.entry(InvalidPathException.class, Errno.EINVAL),
            Map.entry(IllegalArgumentException.class, Errno.EINVAL),
            Map.entry(UnsupportedOperationException.class, Errno.ENOTSUP),
            Map.entry(SecurityException.class, Errno.EACCES));

    private Faults() {}

    /** Something that a provider does. */
    interface Operation<T extends @Nullable Object> {
        T run() throws IOException;
    }

    /** Something that a provider does, and that has no result. */
    interface Action {
        void run() throws IOException;
    }

    static <T extends @Nullable Object> T attempt(Operation<T> operation) throws FileFault {
        try {
            return operation.run();
        } catch (IOException | RuntimeException e) {
            throw of(e);
        }
    }

    static void attempt(Action action) throws FileFault {
        try {
            action.run();
        } catch (IOException | RuntimeException e) {
            throw of(e);
        }
    }

    static FileFault of(Exception e) {
        if (e instanceof FileFault fault) {
            return fault;
        }
        if (e instanceof DirectoryIteratorException && e.getCause() instanceof IOException cause) {
            return of(cause);
        }
        FileFault fault = faultOf(e);
        fault.initCause(e);
        return fault;
    }

    private static FileFault faultOf(Exception e) {
        for (Map.Entry<Class<? extends Exception>, Errno> known : BY_CLASS) {
            if (known.getKey().isInstance(e)) {
                return new FileFault(known.getValue());
            }
        }
        String words = words(e);
        Errno errno = Errno.ofWords(words);
        return errno == Errno.OTHER ? new FileFault(Errno.OTHER, words) : new FileFault(errno);
    }

    private static String words(Exception e) {
        String words = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        if (words == null || words.isEmpty()) {
            return e instanceof IOException ? Errno.OTHER.words() : e.toString();
        }
        return words.endsWith(LOOP_WORDS) ? words.substring(0, words.length() - LOOP_WORDS.length()) : words;
    }
}
