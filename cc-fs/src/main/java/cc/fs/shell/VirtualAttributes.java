package cc.fs.shell;

import cc.fs.service.FileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Attributes of a virtual file for {@code java.nio.file}.
 *
 * @param service who has it, by which files of different machines are told apart
 */
record VirtualAttributes(FileAttributes told, Object service) implements PosixFileAttributes {

    /** Equal for two names of one file. */
    private record Key(Object service, long device, long inode) {
        @Override
        public String toString() {
            return "(dev=" + Long.toHexString(device) + ",ino=" + inode + ")";
        }
    }

    @Override
    public FileTime lastModifiedTime() {
        return time(told.modifiedNanos());
    }

    @Override
    public FileTime lastAccessTime() {
        return time(told.accessedNanos());
    }

    @Override
    public FileTime creationTime() {
        return time(told.creationNanos());
    }

    FileTime changeTime() {
        return time(told.changedNanos());
    }

    private static FileTime time(long epochNanos) {
        // The system's own have the precision of what they tell: whole seconds are seconds.
        long second = TimeUnit.SECONDS.toNanos(1);
        return epochNanos % second == 0
                ? FileTime.from(epochNanos / second, TimeUnit.SECONDS)
                : FileTime.from(java.time.Instant.ofEpochSecond(
                        Math.floorDiv(epochNanos, second), Math.floorMod(epochNanos, second)));
    }

    @Override
    public boolean isRegularFile() {
        return told.isRegularFile();
    }

    @Override
    public boolean isDirectory() {
        return told.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
        return told.isSymbolicLink();
    }

    @Override
    public boolean isOther() {
        return !isRegularFile() && !isDirectory() && !isSymbolicLink();
    }

    @Override
    public long size() {
        return told.sizeBytes();
    }

    @Override
    public Object fileKey() {
        return new Key(service, told.device(), told.inode());
    }

    @Override
    public UserPrincipal owner() {
        return Principals.user(told.user());
    }

    @Override
    public GroupPrincipal group() {
        return Principals.group(told.group());
    }

    @Override
    public Set<PosixFilePermission> permissions() {
        return Permissions.ofBits(told.permissions());
    }
}
