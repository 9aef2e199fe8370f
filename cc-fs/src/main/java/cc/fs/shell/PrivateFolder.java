package cc.fs.shell;

import cc.fs.mount.Rule;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a program's private files really are: a folder of this machine that is for nobody else and goes when the program
 * ends. Made when it is first needed. What a program left that was killed goes when the next one makes its own: a lock
 * tells whether its owner lives. Thread-safe; to be used by the shell's threads only.
 */
final class PrivateFolder {
    private static final String PREFIX = "cc-private-";
    private static final String LOCK = "lock";
    private static final String FILES = "files";

    private final Path parent;
    private final Set<String> made = ConcurrentHashMap.newKeySet();
    private @Nullable Path folder;
    private @Nullable FileChannel lock;
    private volatile String root = "";

    /** @param parent the machine's folder for temporary files */
    PrivateFolder(Path parent) {
        this.parent = parent;
    }

    /** What a path is called here; the folder of the rule is there then. */
    String place(Rule rule, String path) throws FileFault {
        String begin = begin(path, depth(rule.path()));
        if (!made.contains(begin)) {
            try {
                make(begin);
            } catch (IOException e) {
                throw fault(e);
            }
        }
        return path.equals("/") ? root : root + path;
    }

    /** What the program calls a place, if it lies here; else as it is. */
    String back(String place) {
        if (!root.isEmpty() && place.startsWith(root + "/")) {
            return place.substring(root.length());
        }
        return !root.isEmpty() && place.equals(root) ? "/" : place;
    }

    /** Whether a place lies here. */
    boolean has(String place) {
        return !root.isEmpty() && place.startsWith(root + "/");
    }

    private static FileFault fault(IOException cause) {
        FileFault fault = new FileFault(Errno.EIO, "No private folder: " + cause.getMessage());
        fault.initCause(cause);
        return fault;
    }

    private synchronized void make(String begin) throws IOException {
        if (folder == null) {
            Path real = parent.toRealPath();
            sweep(real);
            Path own = Files.createTempDirectory(real, PREFIX);
            lock = FileChannel.open(own.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            var unused = lock.lock();
            folder = own;
            root = Files.createDirectory(own.resolve(FILES)).toString();
        }
        Files.createDirectories(Path.of(root + begin));
        made.add(begin);
    }

    /** Deletes all of it. */
    synchronized void close() {
        if (folder == null) {
            return;
        }
        try {
            delete(folder);
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // The next program's shell tries again.
        }
        folder = null;
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> old = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path left : old) {
                deleteIfLeft(left);
            }
        } catch (IOException e) {
            // They are in nobody's way.
        }
    }

    private static void deleteIfLeft(Path folder) {
        // Of another user, this cannot be opened.
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            if (taken != null) {
                delete(folder);
            }
        } catch (IOException | RuntimeException e) {
            // It is in nobody's way.
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                // A program may have taken away its own rights.
                var unused = directory.toFile().setReadable(true)
                        && directory.toFile().setWritable(true)
                        && directory.toFile().setExecutable(true);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static int depth(String path) {
        return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
    }

    /** The first so many names of a path. */
    private static String begin(String path, int names) {
        int end = 0;
        for (int i = 0; i < names; i++) {
            int slash = path.indexOf('/', end + 1);
            if (slash < 0) {
                return path;
            }
            end = slash;
        }
        return path.substring(0, end);
    }
}
