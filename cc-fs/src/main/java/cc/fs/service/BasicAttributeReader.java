package cc.fs.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Instant;

/** Makes a {@code stat} up for file systems that tell less: readable by all, owned by nobody, told apart by their names. */
final class BasicAttributeReader implements AttributeReader {
    private static final int NOBODY = 65534;
    private static final String NOBODY_NAME = "nobody";
    private static final String NO_GROUP_NAME = "nogroup";

    private final boolean posix;

    /** @param posix whether files have permissions and owners */
    BasicAttributeReader(boolean posix) {
        this.posix = posix;
    }

    @Override
    public FileAttributes read(Path path, boolean followLinks) throws IOException {
        if (posix) {
            PosixFileAttributes known =
                    Files.readAttributes(path, PosixFileAttributes.class, AttributeReader.options(followLinks));
            return of(
                    path,
                    known,
                    Permissions.bits(known.permissions()),
                    known.owner().getName(),
                    known.group().getName());
        }
        BasicFileAttributes known =
                Files.readAttributes(path, BasicFileAttributes.class, AttributeReader.options(followLinks));
        return of(path, known, known.isDirectory() ? 0777 : 0666, NOBODY_NAME, NO_GROUP_NAME);
    }

    /** Of a file that is new. */
    static FileAttributes empty(Path path) {
        long now = AttributeReader.nanos(FileTime.from(Instant.now()));
        return new FileAttributes(
                FileAttributes.REGULAR | 0666,
                0,
                identity(path.toString()),
                0,
                1,
                NOBODY,
                NOBODY,
                NOBODY_NAME,
                NO_GROUP_NAME,
                0,
                now,
                now,
                now,
                now);
    }

    private static FileAttributes of(Path path, BasicFileAttributes known, int permissions, String user, String group) {
        long modified = AttributeReader.nanos(known.lastModifiedTime());
        return new FileAttributes(
                type(known) | permissions,
                0,
                identity(
                        known.fileKey() == null
                                ? path.toString()
                                : known.fileKey().toString()),
                0,
                1,
                NOBODY,
                NOBODY,
                user,
                group,
                known.size(),
                modified,
                AttributeReader.nanos(known.lastAccessTime()),
                modified,
                AttributeReader.nanos(known.creationTime()));
    }

    private static int type(BasicFileAttributes known) {
        if (known.isDirectory()) {
            return FileAttributes.DIRECTORY;
        }
        if (known.isSymbolicLink()) {
            return FileAttributes.SYMBOLIC_LINK;
        }
        return known.isRegularFile() ? FileAttributes.REGULAR : 0;
    }

    /** A number in place of the one of an inode. */
    private static long identity(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash & Long.MAX_VALUE;
    }
}
