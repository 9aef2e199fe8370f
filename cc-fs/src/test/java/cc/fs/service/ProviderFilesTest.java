package cc.fs.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file system that has much less than this machine's: what a zip file holds. */
class ProviderFilesTest {
    @TempDir
    Path folder;

    @Test
    void aZipFileIsAFileSystemLikeOthers() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            NioFileService files = new NioFileService(system);
            files.createDirectory("/d", 0755);
            try (OpenFile file = files.open("/d/f", OpenFlags.WRITE | OpenFlags.CREATE_NEW, 0644)) {
                file.write(0, "content".getBytes(UTF_8), 0, 7);
            }
            assertThat(files.attributes("/d", true).isDirectory()).isTrue();
            FileAttributes attributes = files.attributes("/d/f", true);
            assertThat(attributes.isRegularFile()).isTrue();
            assertThat(attributes.sizeBytes()).isEqualTo(7);
            try (OpenFile file = files.open("/d/f", OpenFlags.READ, 0)) {
                byte[] bytes = new byte[100];
                assertThat(file.read(3, bytes, 0, 100)).isEqualTo(4);
                assertThat(new String(bytes, 0, 4, UTF_8)).isEqualTo("tent");
                assertThat(file.read(7, bytes, 0, 100)).isEqualTo(-1);
            }
            files.rename("/d/f", "/g");
            Map<String, @Nullable FileAttributes> listed = new HashMap<>();
            try (FileService.Listing listing = files.list("/")) {
                listing.forEachRemaining(entry -> listed.put(entry.name(), entry.attributes()));
            }
            assertThat(listed).containsOnlyKeys("d", "g");
            assertThat(listed.get("d")).isNotNull().matches(FileAttributes::isDirectory);
            assertThatThrownBy(() -> files.createSymbolicLink("/l", "g"))
                    .isInstanceOfSatisfying(
                            FileFault.class, fault -> assertThat(fault.errno()).isEqualTo(Errno.ENOTSUP));
            assertThatThrownBy(() -> files.attributes("/none", true))
                    .isInstanceOfSatisfying(
                            FileFault.class, fault -> assertThat(fault.errno()).isEqualTo(Errno.ENOENT));
            files.delete("/d");
            files.close();
        }
        try (FileSystem again = FileSystems.newFileSystem(zip)) {
            assertThat(Files.readString(again.getPath("/g"))).isEqualTo("content");
        }
    }
}
