package cc.node.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.ProgramNeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aMachineFitsAsLongAsItHasTheSameFiles() throws IOException {
        Path jar = folder.resolve("app.jar");
        Files.write(jar, new byte[100_000]);
        ProgramNeeds needs = ProgramNeeds.newBuilder()
                .setDirectory(folder.toString())
                .addFiles(ProgramFiles.mark(folder, "app.jar"))
                .build();
        assertThatCode(() -> ProgramFiles.require(needs, "m2")).doesNotThrowAnyException();

        byte[] other = new byte[100_000];
        other[99_999] = 1;
        Files.write(jar, other);
        assertThatThrownBy(() -> ProgramFiles.require(needs, "m2")).hasMessage("m2 has another file " + jar);

        Files.delete(jar);
        assertThatThrownBy(() -> ProgramFiles.require(needs, "m2")).hasMessage("m2 has no file " + jar);
    }

    @Test
    void anEmptyFileHasAMark() throws IOException {
        Files.createFile(folder.resolve("empty"));
        assertThat(ProgramFiles.mark(folder, "empty").getBytes()).isZero();
    }

    @Test
    void aFolderThatAMachineLacksIsNamed() {
        assertThatThrownBy(() -> ProgramFiles.require(
                        ProgramNeeds.newBuilder().setDirectory("/nowhere").build(), "m2"))
                .hasMessage("m2 has no folder /nowhere");
    }
}
