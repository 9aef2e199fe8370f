package cc.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimePathsTest {
    @Test
    void theOwnVariableComesBeforeTheSessionsAndThatBeforeTheTemporaryDirectory(@TempDir Path session) {
        Map<String, String> all = Map.of("CC_RUNTIME_DIR", "/run/x", "XDG_RUNTIME_DIR", session.toString());
        assertThat(RuntimePaths.of(all, "ann").nodeSocket()).isEqualTo(Path.of("/run/x/node.sock"));
        Map<String, String> inSession = Map.of("CC_RUNTIME_DIR", "", "XDG_RUNTIME_DIR", session.toString());
        assertThat(RuntimePaths.of(inSession, "ann").directory()).isEqualTo(session.resolve("cc"));
        Map<String, String> endedSession = Map.of("XDG_RUNTIME_DIR", "/run/user/not-there");
        assertThat(RuntimePaths.of(endedSession, "a/n").directory()).isEqualTo(Path.of("/tmp/cc-a_n"));
    }

    @Test
    void theDirectoryIsMadeForItsOwnerOnly(@TempDir Path parent) throws Exception {
        RuntimePaths paths = in(parent.resolve("cc"));
        paths.prepare();
        paths.prepare();
        assertThat(permissions(paths)).isEqualTo("rwx------");
        Files.setPosixFilePermissions(paths.directory(), PosixFilePermissions.fromString("rwxrwxrwx"));
        paths.check();
        assertThat(permissions(paths)).isEqualTo("rwx------");
    }

    @Test
    void aLinkIsNotTakenForTheDirectory(@TempDir Path parent) throws Exception {
        Path link = Files.createSymbolicLink(parent.resolve("cc"), parent);
        assertThatThrownBy(() -> in(link).prepare())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a directory");
    }

    @Test
    void somebodyElsesDirectoryIsRefused(@TempDir Path parent) throws Exception {
        Path directory = Path.of("/usr");
        if ("root".equals(System.getProperty("user.name"))) {
            directory = Files.createDirectory(parent.resolve("cc"));
            Files.setAttribute(directory, "unix:uid", 12_345);
        }
        RuntimePaths paths = in(directory);
        assertThatThrownBy(paths::check).isInstanceOf(IOException.class).hasMessageContaining("belongs to");
    }

    @Test
    void aNameThatNoSocketCanHaveIsRefused(@TempDir Path parent) {
        assertThatThrownBy(() -> in(parent.resolve("x".repeat(100))).prepare()).hasMessageContaining("too long");
    }

    private static RuntimePaths in(Path directory) {
        return RuntimePaths.of(Map.of("CC_RUNTIME_DIR", directory.toString()), "ann");
    }

    private static String permissions(RuntimePaths paths) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(paths.directory()));
    }
}
