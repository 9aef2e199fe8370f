package cc.fs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.mount.CachePolicy;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.message.ListEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributesAheadTest {
    private static final long SECOND_NANOS = 1_000_000_000L;

    @TempDir
    Path folder;

    private final TestMachine machine;
    private final FilesLink link;
    private final FileService files;
    private final AttributesAhead ahead;
    private long nanos;

    AttributesAheadTest() throws IOException {
        machine = new TestMachine();
        link = machine.link();
        files = link.files(CachePolicy.CLOSE_TO_OPEN);
        ahead = new AttributesAhead(link, () -> nanos);
    }

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("file"), "four");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("file"));
    }

    @AfterEach
    void end() throws IOException {
        files.close();
        link.close();
        machine.close();
    }

    @Test
    void whatAListSaidIsToldOnce() throws IOException {
        add("file");
        assertThat(ahead.take(path("file"), true)).isNotNull();
        assertThat(ahead.take(path("file"), true)).isNull();
    }

    @Test
    void whatAListSaidIsForgottenAfterASecond() throws IOException {
        add("file");
        nanos += SECOND_NANOS;
        assertThat(ahead.take(path("file"), true)).isNull();
    }

    @Test
    void nothingIsKnownOnceTheProgramHasChangedSomething() throws IOException {
        add("file");
        files.createDirectory(path("made"), 0777);
        assertThat(ahead.take(path("file"), true)).isNull();
    }

    @Test
    void whatWasAskedBeforeAChangeIsNotTakenIn() throws IOException {
        SharedFiles.Moment before = link.shared().now();
        ListEntry entry = entry("file");
        files.createDirectory(path("made"), 0777);
        ahead.add(folder.toString(), List.of(entry), before);
        assertThat(ahead.take(path("file"), true)).isNull();
    }

    @Test
    void aLinkIsNotTakenForItsTarget() throws IOException {
        add("link");
        assertThat(ahead.take(path("link"), true)).isNull();
        add("link");
        FileAttributes told = Objects.requireNonNull(ahead.take(path("link"), false));
        assertThat(told.isSymbolicLink()).isTrue();
    }

    @Test
    void whatTheProgramHasWrittenShowsAfterAList() throws IOException {
        list(files);
        try (OpenFile file = files.open(path("file"), OpenFlags.WRITE, 0)) {
            file.write(0, new byte[9], 0, 9);
            assertThat(files.attributes(path("file"), true).sizeBytes()).isEqualTo(9);
        }
    }

    @Test
    void aSecondLookAsksTheMachine() throws IOException {
        list(files);
        files.attributes(path("file"), true);
        Files.writeString(folder.resolve("file"), "elsewhere");
        assertThat(files.attributes(path("file"), true).sizeBytes()).isEqualTo(9);
    }

    @Test
    void withoutACacheEachLookAsksTheMachine() throws IOException {
        try (FileService uncached = link.files(CachePolicy.NONE)) {
            list(uncached);
            Files.writeString(folder.resolve("file"), "elsewhere");
            assertThat(uncached.attributes(path("file"), true).sizeBytes()).isEqualTo(9);
        }
    }

    @Test
    void whoLooksAtManyFilesOfAFolderGetsWhatIsThere() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            Files.write(folder.resolve("f" + i), new byte[i]);
        }
        for (int i = 0; i < 3_000; i++) {
            assertThat(files.attributes(path("f" + i), true).sizeBytes()).isEqualTo(i);
        }
    }

    private void add(String name) throws IOException {
        ahead.add(folder.toString(), List.of(entry(name)), link.shared().now());
    }

    private ListEntry entry(String name) throws IOException {
        return ListEntry.newBuilder()
                .setName(name)
                .setAttributes(FileMessages.of(files.attributes(path(name), false)))
                .build();
    }

    private void list(FileService service) throws IOException {
        try (FileService.Listing listing = service.list(folder.toString())) {
            listing.forEachRemaining(entry -> assertThat(entry.attributes()).isNotNull());
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
