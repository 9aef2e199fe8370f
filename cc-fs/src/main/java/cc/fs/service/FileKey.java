package cc.fs.service;

/** What a file is the same by under all its names. */
public record FileKey(long device, long inode) {
    public static FileKey of(FileAttributes attributes) {
        return new FileKey(attributes.device(), attributes.inode());
    }

    // Written out, since a record's own take a virtual machine tens of milliseconds the first time.

    @Override
    public boolean equals(Object other) {
        return other instanceof FileKey key && key.device == device && key.inode == inode;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(device) + Long.hashCode(inode);
    }
}
