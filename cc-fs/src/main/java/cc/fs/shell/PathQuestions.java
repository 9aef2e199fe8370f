package cc.fs.shell;

import cc.agent.boot.VirtualPaths;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What programs ask about paths of {@code java.nio.file}, and mostly no more than once. Thread-safe. */
abstract class PathQuestions implements VirtualPaths {
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;

    final Namespace namespace;

    PathQuestions(Namespace namespace) {
        this.namespace = namespace;
    }

    @Override
    public void checkAccess(Path path, AccessMode[] modes) throws IOException {
        int access = 0;
        for (AccessMode mode : modes) {
            access |= switch (mode) {
                case READ -> READ;
                case WRITE -> WRITE;
                case EXECUTE -> EXECUTE;
            };
        }
        check(path, access);
    }

    private void check(Path path, int access) throws IOException {
        try {
            namespace.at(path.toString(), (service, place) -> {
                service.checkAccess(place, access);
                return place;
            });
        } catch (FileFault e) {
            throw Nio.notSeen(e, path);
        }
    }

    private boolean isAllowed(Path path, int access) {
        try {
            check(path, access);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable FileAttributes attributesOrNull(Path path, boolean followLinks) {
        try {
            return namespace.at(path.toString(), (service, place) -> service.attributes(place, followLinks));
        } catch (FileFault e) {
            return null;
        }
    }

    @Override
    public boolean exists(Path path) {
        return attributesOrNull(path, true) != null;
    }

    @Override
    public boolean exists(Path path, LinkOption[] options) {
        return attributesOrNull(path, Nio.follows(options)) != null;
    }

    @Override
    public boolean isDirectory(Path path) {
        FileAttributes attributes = attributesOrNull(path, true);
        return attributes != null && attributes.isDirectory();
    }

    @Override
    public boolean isRegularFile(Path path) {
        FileAttributes attributes = attributesOrNull(path, true);
        return attributes != null && attributes.isRegularFile();
    }

    @Override
    public boolean isReadable(Path path) {
        return isAllowed(path, READ);
    }

    @Override
    public boolean isWritable(Path path) {
        return isAllowed(path, WRITE);
    }

    @Override
    public boolean isExecutable(Path path) {
        return isAllowed(path, EXECUTE);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        if (other == null) {
            throw new NullPointerException();
        } else if (one.equals(other)) {
            return true;
        } else if (one.getFileSystem() != other.getFileSystem()) {
            return false;
        }
        return key(one).equals(key(other));
    }

    private Object key(Path path) throws IOException {
        return done(
                path, (service, place) -> new VirtualAttributes(service.attributes(place, true), service).fileKey());
    }

    /** Whether two paths, of which at least the first is there, are of the same machine. */
    static boolean sameService(Namespace namespace, Path one, Path other) throws IOException {
        try {
            Object first = namespace.at(one.toString(), (service, place) -> service);
            return first == namespace.at(other.toString(), (service, place) -> service);
        } catch (FileFault e) {
            throw Nio.failed(e, one, other);
        }
    }

    final <T> T done(Path path, Namespace.Call<T> call) throws IOException {
        try {
            return namespace.at(path.toString(), call);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }
}
