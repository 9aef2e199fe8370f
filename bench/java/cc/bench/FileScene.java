package cc.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Makes the files with which {@link FileWork} works. Arguments: folder, MB of the large file, count of small ones. */
public final class FileScene {
    private static final int MB = 1 << 20;

    private FileScene() {}

    public static void main(String[] words) throws IOException {
        Path folder = Files.createDirectories(Path.of(words[0]));
        byte[] bytes = new byte[MB];
        Random random = new Random(FileWork.SEED);
        try (OutputStream out = Files.newOutputStream(folder.resolve("large"))) {
            for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                random.nextBytes(bytes);
                out.write(bytes);
            }
        }
        byte[] small = new byte[FileWork.SMALL_BYTES];
        for (String name : new String[] {"stat", "open", "read", "list"}) {
            Path many = Files.createDirectory(folder.resolve(name));
            for (int i = 0; i < Integer.parseInt(words[2]); i++) {
                Files.write(many.resolve(Integer.toString(i)), small);
            }
        }
    }
}
