package cc.fs.service;

/** What a file is the same by under all its names. */
public record FileKey(long device, long inode) {
    public static FileKey of(FileAttributes attributes) {
        return new FileKey(attributes.device(), attributes.inode());
    }
}
