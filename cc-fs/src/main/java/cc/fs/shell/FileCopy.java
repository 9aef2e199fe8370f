package cc.fs.shell;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** {@code Files.copy} and {@code Files.move} where at least one of the two paths is virtual. */
final class FileCopy {
    private static final int STEP_BYTES = 1 << 20;
    private static final int OWNER_ONLY = 0600;

    private final Namespace namespace;
    private final Path from;
    private final Path to;
    private boolean replaceExisting;
    private boolean copyAttributes;
    private boolean atomic;
    private boolean followLinks = true;

    FileCopy(Namespace namespace, Path from, Path to) {
        this.namespace = namespace;
        this.from = from;
        this.to = to;
    }

    void copy(CopyOption[] options) throws IOException {
        for (CopyOption option : options) {
            if (option == StandardCopyOption.REPLACE_EXISTING) {
                replaceExisting = true;
            } else if (option == StandardCopyOption.COPY_ATTRIBUTES) {
                copyAttributes = true;
            } else if (option == LinkOption.NOFOLLOW_LINKS) {
                followLinks = false;
            } else if (option == null) {
                throw new NullPointerException();
            } else if (!option.toString().equals("INTERRUPTIBLE")) {
                throw JdkManners.copyRefused(options);
            }
        }
        FileAttributes source = sourceAttributes(followLinks);
        if (clearTarget(source, true)) {
            copyOver(source);
        }
    }

    void move(CopyOption[] options) throws IOException {
        for (CopyOption option : options) {
            if (option == StandardCopyOption.REPLACE_EXISTING) {
                replaceExisting = true;
            } else if (option == StandardCopyOption.ATOMIC_MOVE) {
                atomic = true;
            } else if (option == null) {
                throw new NullPointerException();
            } else if (option != LinkOption.NOFOLLOW_LINKS) {
                throw JdkManners.moveRefused(options);
            }
        }
        if (atomic) {
            rename();
            return;
        }
        FileAttributes source = sourceAttributes(false);
        if (!clearTarget(source, false)) {
            return;
        }
        try {
            namespace.atBoth(from.toString(), to.toString(), FileService::rename);
        } catch (FileFault e) {
            if (e.errno() != Errno.EXDEV && e.errno() != Errno.EISDIR) {
                throw Nio.failed(e, from, to);
            }
            moveByCopying(source);
        }
    }

    private void rename() throws IOException {
        try {
            namespace.atBoth(from.toString(), to.toString(), FileService::rename);
        } catch (FileFault e) {
            if (e.errno() == Errno.EXDEV) {
                throw new java.nio.file.AtomicMoveNotSupportedException(from.toString(), to.toString(), e.getMessage());
            }
            throw Nio.failed(e, from, to);
        }
    }

    private void moveByCopying(FileAttributes source) throws IOException {
        if (source.isDirectory() && !new ShellPaths(namespace).names(from).isEmpty()) {
            throw new DirectoryNotEmptyException(from.toString());
        }
        copyAttributes = true;
        followLinks = false;
        copyOver(source);
        try {
            delete(from);
        } catch (IOException e) {
            forgetCopy();
            throw e;
        }
    }

    /** What could not be moved is where it was, and only there. */
    private void forgetCopy() {
        try {
            namespace.delete(to.toString());
        } catch (FileFault e) {
            // Why it could not be moved is told.
            return;
        }
    }

    /** @return whether there is something to do: both are not the same file */
    private boolean clearTarget(FileAttributes source, boolean copying) throws IOException {
        FileAttributes target;
        try {
            target = attributes(to, false);
        } catch (FileSystemException e) {
            // What is wrong with it is told when it is made.
            return true;
        }
        boolean same = namespace.absolute(from.toString()).equals(namespace.absolute(to.toString()))
                || (source.device() == target.device()
                        && source.inode() == target.inode()
                        && PathQuestions.sameService(namespace, from, to));
        if (same && (copying || source.links() == 1 || from.equals(to))) {
            return false;
        } else if (!replaceExisting) {
            throw new FileAlreadyExistsException(to.toString());
        }
        delete(to);
        return true;
    }

    private void delete(Path path) throws IOException {
        try {
            namespace.delete(path.toString());
        } catch (FileFault e) {
            if (e.errno() == Errno.ENOTEMPTY || e.errno() == Errno.EEXIST) {
                throw new DirectoryNotEmptyException(path.toString());
            }
            throw Nio.failed(e, path);
        }
    }

    private void copyOver(FileAttributes source) throws IOException {
        if (source.isDirectory()) {
            make((service, place) -> {
                service.createDirectory(place, source.permissions());
                return place;
            });
        } else if (source.isSymbolicLink()) {
            String target = read((service, place) -> service.readSymbolicLink(place));
            make((service, place) -> {
                service.createSymbolicLink(place, target);
                return place;
            });
            return;
        } else {
            copyBytes(source);
        }
        if (copyAttributes) {
            copyUserAttributes();
            new AttributeView(namespace, to, false, "posix")
                    .change(new AttributeChange(
                            source.modifiedNanos(), source.accessedNanos(), source.permissions(), null, null));
        }
    }

    /** As far as the other file system has them, as the JDK does. */
    private void copyUserAttributes() throws IOException {
        try {
            Map<String, byte[]> attributes = read((service, place) -> service.userAttributes(place, true));
            for (Map.Entry<String, byte[]> attribute : attributes.entrySet()) {
                make((service, place) -> {
                    service.setUserAttribute(place, true, attribute.getKey(), attribute.getValue());
                    return place;
                });
            }
        } catch (FileSystemException e) {
            // There they cannot be kept.
            return;
        }
    }

    private void copyBytes(FileAttributes source) throws IOException {
        try (OpenFile input = read((service, place) -> service.open(place, OpenFlags.READ, 0));
                OpenFile output = make((service, place) -> service.open(
                        place,
                        OpenFlags.WRITE | OpenFlags.CREATE_NEW,
                        copyAttributes ? OWNER_ONLY : source.permissions()))) {
            byte[] bytes = new byte[(int) Math.max(1, Math.min(STEP_BYTES, source.sizeBytes()))];
            long position = 0;
            for (int count = input.read(0, bytes, 0, bytes.length);
                    count > 0;
                    count = input.read(position, bytes, 0, bytes.length)) {
                output.write(position, bytes, 0, count);
                position += count;
            }
        } catch (FileFault e) {
            throw Nio.failed(e, from, to);
        }
    }

    private FileAttributes sourceAttributes(boolean follow) throws IOException {
        try {
            return namespace.at(from.toString(), (service, place) -> service.attributes(place, follow));
        } catch (FileFault e) {
            throw Nio.notSeen(e, from);
        }
    }

    private FileAttributes attributes(Path path, boolean follow) throws IOException {
        try {
            return namespace.at(path.toString(), (service, place) -> service.attributes(place, follow));
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }

    private <T> T read(Namespace.Call<T> call) throws IOException {
        return done(from, call);
    }

    private <T> T make(Namespace.Call<T> call) throws IOException {
        return done(to, call);
    }

    private <T> T done(Path path, Namespace.Call<T> call) throws IOException {
        try {
            return namespace.at(path.toString(), call);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }
}
