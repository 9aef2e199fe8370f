package cc.fs.service;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens files, and finds out which: Java has no way to ask that of a descriptor, so the name is looked up before and after,
 * and the file opened anew if it was another one's meanwhile.
 */
final class FileOpener {
    private static final int MAX_ATTEMPTS = 8;

    private static final Map<Integer, OpenOption> OPTIONS = Map.of(
            OpenFlags.READ, StandardOpenOption.READ,
            OpenFlags.WRITE, StandardOpenOption.WRITE,
            OpenFlags.APPEND, StandardOpenOption.APPEND,
            OpenFlags.CREATE, StandardOpenOption.CREATE,
            OpenFlags.CREATE_NEW, StandardOpenOption.CREATE_NEW,
            OpenFlags.TRUNCATE, StandardOpenOption.TRUNCATE_EXISTING,
            OpenFlags.SYNC, StandardOpenOption.SYNC,
            OpenFlags.DSYNC, StandardOpenOption.DSYNC);

    private final AttributeReader attributes;
    private final boolean ofMachine;
    private final boolean posix;

    /** @param ofMachine whether it is the machine's own file system */
    FileOpener(AttributeReader attributes, boolean ofMachine, boolean posix) {
        this.attributes = attributes;
        this.ofMachine = ofMachine;
        this.posix = posix;
    }

    /** An open file and what is known of it. */
    record Opened(FileChannel channel, FileAttributes attributes) {}

    /** @param path without links on the way to it */
    Opened open(Path path, int flags, int permissions) throws IOException {
        Set<OpenOption> options = options(flags);
        FileAttribute<?>[] created = created(flags, permissions);
        for (int attempt = 1; ; attempt++) {
            FileAttributes before = attributesIfThere(path);
            if (before != null) {
                requireOpenable(path, before, flags);
            }
            FileChannel channel = FileChannel.open(path, options, created);
            try {
                FileAttributes after = attributesIfThere(path);
                boolean same =
                        after != null && (before == null || FileKey.of(before).equals(FileKey.of(after)));
                if (same || attempt == MAX_ATTEMPTS || OpenFlags.has(flags, OpenFlags.CREATE_NEW)) {
                    FileAttributes known = known(path, before, after);
                    deleteIfAsked(path, flags);
                    return new Opened(channel, known);
                }
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            channel.close();
        }
    }

    private FileAttributes known(Path path, @Nullable FileAttributes before, @Nullable FileAttributes after)
            throws FileFault {
        if (after != null) {
            return after;
        }
        if (before != null) {
            return before;
        }
        if (!ofMachine) {
            // Some, as archives, know of a new file when it is closed.
            return BasicAttributeReader.empty(path);
        }
        // Made and deleted at once by somebody else.
        throw new FileFault(Errno.ENOENT);
    }

    /** What is no file or directory could make the opening wait for somebody at its other end. */
    private static void requireOpenable(Path path, FileAttributes there, int flags) throws IOException {
        if (there.isSymbolicLink()) {
            if (OpenFlags.has(flags, OpenFlags.CREATE_NEW)) {
                throw new FileFault(Errno.EEXIST);
            }
            if (OpenFlags.has(flags, OpenFlags.NOFOLLOW)) {
                throw new FileFault(Errno.ELOOP);
            }
            LinkCheck.requireReal(path);
        }
        if (there.isDirectory() && OpenFlags.has(flags, OpenFlags.FILE_ONLY)) {
            throw new FileFault(Errno.EISDIR);
        }
        if (!there.isRegularFile() && !there.isDirectory()) {
            throw new FileFault(Errno.ENXIO);
        }
    }

    private Set<OpenOption> options(int flags) {
        Set<OpenOption> options = new HashSet<>();
        OPTIONS.forEach((flag, option) -> {
            if (OpenFlags.has(flags, flag)) {
                options.add(option);
            }
        });
        if (ofMachine) {
            options.add(LinkOption.NOFOLLOW_LINKS);
        } else if (OpenFlags.has(flags, OpenFlags.DELETE_ON_CLOSE)) {
            options.add(StandardOpenOption.DELETE_ON_CLOSE);
        }
        return options;
    }

    private FileAttribute<?>[] created(int flags, int permissions) {
        boolean creates = OpenFlags.has(flags, OpenFlags.CREATE | OpenFlags.CREATE_NEW);
        return posix && creates
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Permissions.of(permissions))}
                : new FileAttribute<?>[0];
    }

    /** At once, as the JDK does on Unix; but after it is known which file it is. */
    private void deleteIfAsked(Path path, int flags) throws IOException {
        if (ofMachine && OpenFlags.has(flags, OpenFlags.DELETE_ON_CLOSE)) {
            Files.deleteIfExists(path);
        }
    }

    private @Nullable FileAttributes attributesIfThere(Path path) throws IOException {
        try {
            return attributes.read(path, false);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
