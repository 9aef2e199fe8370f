package cc.fs.shell;

import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * Attributes of a virtual file with the flags of DOS.
 *
 * @param flags bits as DOS has them
 */
record DosAttributes(VirtualAttributes basic, int flags) implements DosFileAttributes {
    static final int READ_ONLY = 0x01;
    static final int HIDDEN = 0x02;
    static final int SYSTEM = 0x04;
    static final int ARCHIVE = 0x20;

    @Override
    public boolean isReadOnly() {
        return (flags & READ_ONLY) != 0;
    }

    @Override
    public boolean isHidden() {
        return (flags & HIDDEN) != 0;
    }

    @Override
    public boolean isSystem() {
        return (flags & SYSTEM) != 0;
    }

    @Override
    public boolean isArchive() {
        return (flags & ARCHIVE) != 0;
    }

    @Override
    public FileTime lastModifiedTime() {
        return basic.lastModifiedTime();
    }

    @Override
    public FileTime lastAccessTime() {
        return basic.lastAccessTime();
    }

    @Override
    public FileTime creationTime() {
        return basic.creationTime();
    }

    @Override
    public boolean isRegularFile() {
        return basic.isRegularFile();
    }

    @Override
    public boolean isDirectory() {
        return basic.isDirectory();
    }

    @Override
    public boolean isSymbolicLink() {
        return basic.isSymbolicLink();
    }

    @Override
    public boolean isOther() {
        return basic.isOther();
    }

    @Override
    public long size() {
        return basic.size();
    }

    @Override
    public Object fileKey() {
        return basic.fileKey();
    }
}
