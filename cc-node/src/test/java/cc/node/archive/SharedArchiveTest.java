package cc.node.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedArchiveTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aProgramIsGivenNoArchiveThatIsNotThere() throws Exception {
        assertThat(archive().options(List.of())).isEmpty();
    }

    @Test
    void aProgramIsGivenTheArchiveOfItsJdk() throws Exception {
        SharedArchive archive = existing();

        assertThat(archive.options(List.of("-Xmx1g"))).first().isEqualTo("-XX:SharedArchiveFile=" + archive.file());
    }

    @Test
    void whoChoosesAnArchiveKeepsIt() throws Exception {
        assertThat(existing().options(List.of("-Xshare:off"))).isEmpty();
        assertThat(existing().options(List.of("-XX:SharedArchiveFile=mine.jsa")))
                .isEmpty();
    }

    @Test
    void anotherLayoutOfObjectsKeepsTheJdksOwnArchive() throws Exception {
        assertThat(existing().options(List.of("-XX:-UseCompressedOops"))).isEmpty();
    }

    @Test
    void anArchiveReplacesThoseOfTheSameJdksEarlierBuilds() throws Exception {
        SharedArchive earlier = archive();
        Files.writeString(image(), "patched");
        SharedArchive archive = archive();

        assertThat(archive.replaces(earlier.file())).isTrue();
        assertThat(archive.replaces(archive.file())).isFalse();
        assertThat(archive.replaces(folder.resolve("other.jsa"))).isFalse();
    }

    private SharedArchive existing() throws Exception {
        SharedArchive archive = archive();
        Files.createDirectories(archive.folder());
        Files.writeString(archive.file(), "");
        return archive;
    }

    private SharedArchive archive() throws Exception {
        if (!Files.exists(image())) {
            Files.createDirectories(folder.resolve("jdk/lib"));
            Files.writeString(image(), "");
        }
        return SharedArchive.of(folder.resolve("jdk"), folder.resolve("cache"));
    }

    private Path image() {
        return folder.resolve("jdk/lib/modules");
    }
}
