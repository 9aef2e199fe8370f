package cc.fs.mount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathNamesTest {
    @ParameterizedTest
    @CsvSource({
        "/a/b, /a/b",
        "/, /",
        "//, /",
        "/a/, /a",
        "/a/./b, /a/b",
        "/a/../b, /b",
        "/.., /",
        "/../../etc, /etc",
        "/a/..b/...c, /a/..b/...c",
        "b, /work/b",
        "., /work",
        "'', /work",
        "../b, /b",
        "/a//b, /a/b"
    })
    void namesAreAbsoluteAndNormal(String name, String normal) {
        assertThat(PathNames.normal(name, "/work")).isEqualTo(normal);
    }

    @Test
    void whatIsNormalIsNotCopied() {
        String name = "/a/.b/c..d";
        assertThat(PathNames.normal(name, "/work")).isSameAs(name);
    }

    @Test
    void anyNameBecomesWhatTheJdkMakesOfIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] parts = {"/", "/", "a", "b.", ".", "..", "x"};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int part = random.nextInt(9); part >= 0; part--) {
                name.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(PathNames.normal(name.toString(), "/w/d"))
                    .as("%s, seed %d", name, seed)
                    .isEqualTo(
                            Path.of("/w/d").resolve(name.toString()).normalize().toString());
        }
    }
}
