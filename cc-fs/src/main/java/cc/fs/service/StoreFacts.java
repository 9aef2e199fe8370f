package cc.fs.service;

/**
 * The file system that a file lies on, as {@link java.nio.file.FileStore} tells of it.
 *
 * @param name for example the device
 * @param type for example {@code ext4}
 */
public record StoreFacts(
        String name,
        String type,
        boolean readOnly,
        long blockBytes,
        long totalBytes,
        long unallocatedBytes,
        long usableBytes) {}
