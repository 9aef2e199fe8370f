package cc.fs.ship;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentCacheTest {
    private static final long MAX_BYTES = 1000;

    @TempDir
    Path folder;

    private final FileService files = new NioFileService(FileSystems.getDefault());
    private final AtomicInteger fetched = new AtomicInteger();

    private Path copy(ContentCache cache, Path file) throws IOException {
        String path = file.toRealPath().toString();
        return cache.copy("A", path, files.attributes(path, true), () -> {
            fetched.incrementAndGet();
            return files.open(path, OpenFlags.READ, 0);
        });
    }

    private ContentCache cache() {
        return new ContentCache(folder.resolve("cache"), MAX_BYTES);
    }

    private List<String> copies() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("cache/files"))) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Test
    void aFileIsFetchedOnceByAllThatUseTheCache() throws IOException {
        Path jar = Files.writeString(folder.resolve("jar"), "content");
        Path copy = copy(cache(), jar);
        assertThat(copy).hasContent("content");
        assertThat(copy.getFileName()).hasToString("ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73");
        assertThat(copy(cache(), jar)).isEqualTo(copy);
        assertThat(fetched).hasValue(1);
    }

    @Test
    void anotherFileOfTheSameContentIsNotKeptTwice() throws IOException {
        ContentCache cache = cache();
        copy(cache, Files.writeString(folder.resolve("one"), "content"));
        copy(cache, Files.writeString(folder.resolve("two"), "content"));
        assertThat(copies()).hasSize(1);
    }

    @Test
    void aFileThatWasReplacedIsFetchedAgain() throws IOException {
        ContentCache cache = cache();
        Path jar = Files.writeString(folder.resolve("jar"), "old");
        copy(cache, jar);
        Files.delete(jar);
        Files.writeString(jar, "new one");
        assertThat(copy(cache, jar)).hasContent("new one");
    }

    @Test
    void aCopyThatIsNotWhatItIsCalledIsFetchedAgain() throws IOException {
        Path jar = Files.writeString(folder.resolve("jar"), "content");
        Files.writeString(copy(cache(), jar), "Content");
        assertThat(copy(cache(), jar)).hasContent("content");
        assertThat(fetched).hasValue(2);
    }

    @Test
    void whatWasUsedLeastLatelyGoesWhenThereIsTooMuch() throws IOException {
        ContentCache cache = cache();
        Path first = copy(cache, Files.writeString(folder.resolve("1"), "1".repeat(400)));
        Path second = copy(cache, Files.writeString(folder.resolve("2"), "2".repeat(400)));
        Files.setLastModifiedTime(first, java.nio.file.attribute.FileTime.fromMillis(2000));
        Files.setLastModifiedTime(second, java.nio.file.attribute.FileTime.fromMillis(1000));
        Path third = copy(cache, Files.writeString(folder.resolve("3"), "3".repeat(400)));
        assertThat(first).exists();
        assertThat(second).doesNotExist();
        assertThat(third).exists();
    }
}
