package cc.node.launch;

import cc.protocol.message.FileMark;
import cc.protocol.message.ProgramNeeds;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The files without which a program does not run: how they are told apart, and whether a machine has them. */
public final class ProgramFiles {
    /** At a jar's end is its directory, with a checksum of each file in it. */
    private static final int END_BYTES = 64 << 10;

    private ProgramFiles() {}

    /** @param file as the program is to be given it */
    public static FileMark mark(Path directory, String file) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve(file))) {
            long size = channel.size();
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(size, END_BYTES));
            long at = size - end.capacity();
            while (end.hasRemaining() && channel.read(end, at + end.position()) >= 0) {
                // On to the end.
            }
            return FileMark.newBuilder()
                    .setPath(file)
                    .setBytes(size)
                    .setEndSha256(ByteString.copyFrom(sha256(end.flip())))
                    .build();
        }
    }

    /** @throws IOException that names what this machine lacks of what the program needs */
    static void require(ProgramNeeds needs, String machine) throws IOException {
        Path directory = Path.of(needs.getDirectory());
        if (!Files.isDirectory(directory)) {
            throw new IOException(machine + " has no folder " + directory);
        }
        requireRuntime(needs.getJavaHome(), machine);
        for (FileMark wanted : needs.getFilesList()) {
            Path file = directory.resolve(wanted.getPath());
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new IOException(machine + " has no file " + file);
            }
            if (!mark(directory, wanted.getPath()).equals(wanted)) {
                throw new IOException(machine + " has another file " + file);
            }
        }
    }

    /** @param javaHome empty: any */
    static void requireRuntime(String javaHome, String machine) throws IOException {
        if (!javaHome.isEmpty()
                && !Files.isExecutable(Path.of(javaHome).resolve("bin").resolve("java"))) {
            throw new IOException("the machine " + machine + " has no Java runtime in " + javaHome
                    + ": 'cc nodes' lists what it has");
        }
    }

    private static byte[] sha256(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
