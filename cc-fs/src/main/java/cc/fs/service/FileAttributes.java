package cc.fs.service;

/**
 * What {@code stat} tells of a file. Times are in nanoseconds since 1970-01-01 UTC.
 *
 * @param mode type and permissions, as {@code st_mode} has them
 * @param device tells files apart together with {@code inode}; unique within one service only
 * @param creationNanos the time of the last modification where the file system keeps no other
 */
public record FileAttributes(
        int mode,
        long device,
        long inode,
        long specialDevice,
        int links,
        int userId,
        int groupId,
        String user,
        String group,
        long sizeBytes,
        long modifiedNanos,
        long accessedNanos,
        long changedNanos,
        long creationNanos) {
    private static final int TYPE_MASK = 0xF000;
    static final int DIRECTORY = 0x4000;
    static final int REGULAR = 0x8000;
    static final int SYMBOLIC_LINK = 0xA000;

    public boolean isDirectory() {
        return (mode & TYPE_MASK) == DIRECTORY;
    }

    public boolean isRegularFile() {
        return (mode & TYPE_MASK) == REGULAR;
    }

    public boolean isSymbolicLink() {
        return (mode & TYPE_MASK) == SYMBOLIC_LINK;
    }

    /** The nine lowest bits of {@code mode}: read, write, execute of owner, group, others. */
    public int permissions() {
        return mode & 0x1FF;
    }

    FileAttributes withSize(long bytes) {
        return new FileAttributes(
                mode,
                device,
                inode,
                specialDevice,
                links,
                userId,
                groupId,
                user,
                group,
                bytes,
                modifiedNanos,
                accessedNanos,
                changedNanos,
                creationNanos);
    }
}
