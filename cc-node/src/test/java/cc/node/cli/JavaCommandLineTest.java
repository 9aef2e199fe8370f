package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandLineTest {
    @Test
    void takesAJarWithoutDashJar() {
        JavaCommandLine line = JavaCommandLine.parse(List.of("app.jar", "one", "-two"));

        assertThat(line.options()).isEmpty();
        assertThat(line.target()).containsExactly("-jar", "app.jar");
        assertThat(line.arguments()).containsExactly("one", "-two");
        assertThat(line.defaultName()).isEqualTo("app");
    }

    @Test
    void keepsJavaOptionsBeforeTheProgram() {
        JavaCommandLine line =
                JavaCommandLine.parse(List.of("-Xmx1g", "-cp", "a.jar:b", "-Dx=y", "pkg.Main", "-Xmx2g"));

        assertThat(line.options()).containsExactly("-Xmx1g", "-cp", "a.jar:b", "-Dx=y");
        assertThat(line.target()).containsExactly("pkg.Main");
        assertThat(line.arguments()).containsExactly("-Xmx2g");
        assertThat(line.defaultName()).isEqualTo("Main");
    }

    @Test
    void takesAModule() {
        JavaCommandLine line = JavaCommandLine.parse(List.of("-p", "mods", "-m", "my.module/pkg.Main", "x"));

        assertThat(line.target()).containsExactly("-m", "my.module/pkg.Main");
        assertThat(line.arguments()).containsExactly("x");
        assertThat(line.defaultName()).isEqualTo("Main");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> JavaCommandLine.parse(List.of("-Xmx1g"))).hasMessageContaining("no program named");
        assertThatThrownBy(() -> JavaCommandLine.parse(List.of("-cp"))).hasMessageContaining("-cp needs a value");
        assertThatThrownBy(() -> JavaCommandLine.parse(List.of("-jar"))).hasMessageContaining("-jar needs a value");
    }
}
