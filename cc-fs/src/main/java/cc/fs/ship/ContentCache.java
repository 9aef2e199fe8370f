package cc.fs.ship;

import cc.fs.service.FileAttributes;
import cc.fs.service.OpenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Copies of files, by what is in them: {@code files/SHA-256}. Beside them, {@code names/} has for each file that was
 * fetched, by machine, path, inode, size and time, which copy is its. Shared by all programs of a user; each looks whether
 * a copy is still what it is called before it uses it first. What was used least lately goes when there is too much.
 * Thread-safe; to be used by the shell's threads only.
 */
public final class ContentCache {
    private static final int STEP_BYTES = 1 << 20;

    private final Path files;
    private final Path names;
    private final long maxBytes;
    private final Set<String> verified = ConcurrentHashMap.newKeySet();

    /** @param folder made when it is first needed, for its owner only */
    public ContentCache(Path folder, long maxBytes) {
        files = folder.resolve("files");
        names = folder.resolve("names");
        this.maxBytes = maxBytes;
    }

    /** Opens the file that is to be fetched. */
    @FunctionalInterface
    public interface Source {
        OpenFile open() throws IOException;
    }

    /**
     * The copy of a file.
     *
     * @param machine whose it is
     * @param attributes as they are now
     * @param source opened only if there is no copy
     */
    public Path copy(String machine, String path, FileAttributes attributes, Source source) throws IOException {
        String key = machine + "\n" + path + "\n" + attributes.device() + " " + attributes.inode() + " "
                + attributes.sizeBytes() + " " + attributes.modifiedNanos() + " " + attributes.changedNanos();
        Path name = names.resolve(hex(sha256().digest(key.getBytes(StandardCharsets.UTF_8))));
        // One at a time: two threads that want one file would both fetch it.
        synchronized (this) {
            Path known = known(name);
            if (known != null) {
                return known;
            }
            String digest = fetch(source);
            verified.add(digest);
            Path temporary = Files.createTempFile(names, "new", "");
            Files.writeString(temporary, digest);
            Files.move(temporary, name, StandardCopyOption.ATOMIC_MOVE);
            shrink(digest);
            return files.resolve(digest);
        }
    }

    private @Nullable Path known(Path name) throws IOException {
        String digest;
        try {
            digest = Files.readString(name);
        } catch (NoSuchFileException e) {
            return null;
        }
        Path file = files.resolve(digest.replace('/', '_'));
        if (!Files.isRegularFile(file) || !isWhatItIsCalled(file, digest)) {
            return null;
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        return file;
    }

    private boolean isWhatItIsCalled(Path file, String digest) throws IOException {
        if (verified.contains(digest)) {
            return true;
        }
        MessageDigest sha256 = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
            byte[] bytes = new byte[STEP_BYTES];
            while (in.read(bytes) >= 0) {
                // The digest takes it.
            }
        }
        if (!hex(sha256.digest()).equals(digest)) {
            Files.deleteIfExists(file);
            return false;
        }
        verified.add(digest);
        return true;
    }

    private String fetch(Source source) throws IOException {
        for (Path folder : List.of(files, names)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path temporary = Files.createTempFile(files, "new", "");
        MessageDigest sha256 = sha256();
        try (OpenFile from = source.open();
                OutputStream to = new DigestOutputStream(Files.newOutputStream(temporary), sha256)) {
            byte[] bytes = new byte[STEP_BYTES];
            long position = 0;
            for (int count = from.read(0, bytes, 0, STEP_BYTES);
                    count > 0;
                    count = from.read(position, bytes, 0, STEP_BYTES)) {
                to.write(bytes, 0, count);
                position += count;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        String digest = hex(sha256.digest());
        Files.move(temporary, files.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
        return digest;
    }

    /** A file that is open stays readable when its name goes. */
    private void shrink(String keep) throws IOException {
        List<Copy> copies = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(files)) {
            for (Path file : all) {
                copies.add(new Copy(file, Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (NoSuchFileException e) {
            // Another program does the same at this moment.
            return;
        }
        copies.sort(Comparator.comparing(Copy::used));
        long bytes = copies.stream().mapToLong(Copy::bytes).sum();
        for (Copy copy : copies) {
            if (bytes > maxBytes && !copy.file().endsWith(keep)) {
                Files.deleteIfExists(copy.file());
                bytes -= copy.bytes();
            }
        }
    }

    /** A copy and when it was used last. */
    private record Copy(Path file, long bytes, FileTime used) {}

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
