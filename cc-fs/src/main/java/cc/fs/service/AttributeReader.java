package cc.fs.service;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Reads what a provider tells of a file, and makes up what it does not. */
interface AttributeReader {
    FileAttributes read(Path path, boolean followLinks) throws IOException;

    /** The one that gets most out of a file system. */
    static AttributeReader of(FileSystem system) {
        return system.supportedFileAttributeViews().contains("unix")
                ? new UnixAttributeReader()
                : new BasicAttributeReader(system.supportedFileAttributeViews().contains("posix"));
    }

    static LinkOption[] options(boolean followLinks) {
        return followLinks ? new LinkOption[0] : new LinkOption[] {LinkOption.NOFOLLOW_LINKS};
    }

    static long nanos(FileTime time) {
        Instant instant = time.toInstant();
        try {
            return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
        } catch (ArithmeticException e) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
