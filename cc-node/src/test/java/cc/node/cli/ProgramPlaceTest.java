package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.FileMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramPlaceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createFile(folder.resolve("app.jar"));
        Files.createFile(folder.resolve("lib.jar"));
        Files.createFile(folder.resolve("note.txt"));
        Files.createDirectory(folder.resolve("classes"));
    }

    @Test
    void aProgramOfJarsMayRunWhereTheyAre() throws IOException {
        assertThat(Objects.requireNonNull(place("-Dx=y", "-cp", "app.jar:lib.jar", "Main", "--tab", "Editor")
                                .needs())
                        .getFilesList())
                .extracting(FileMark::getPath)
                .containsExactly("app.jar", "lib.jar");
        assertThat(place("app.jar").needs()).isNotNull();
    }

    @Test
    void aProgramThatIsSeenToNeedOtherFilesRunsHere() throws IOException {
        assertThat(place("app.jar", "note.txt").why()).contains("'note.txt'");
        assertThat(place("app.jar", "--file=note.txt").why()).contains("note.txt");
        assertThat(place("-Dconfig=note.txt", "app.jar").why()).contains("note.txt");
        assertThat(place("-cp", "app.jar:classes", "Main").needs()).isNull();
        assertThat(place("-cp", "missing.jar", "Main").needs()).isNull();
        assertThat(place("Main").needs()).isNull();
    }

    private ProgramPlace place(String... words) throws IOException {
        return ProgramPlace.of(JavaCommandLine.parse(List.of(words)), folder, "");
    }
}
