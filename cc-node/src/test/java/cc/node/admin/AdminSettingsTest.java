package cc.node.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.NodeProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void whoWishesNothingGetsTheUsualPortOrAnother() throws IOException {
        assertThat(AdminSettings.load(NodeProperties.load(folder.resolve("missing"))))
                .isEqualTo(new AdminSettings(true, AdminSettings.DEFAULT_PORT, true));
        assertThat(load("# nothing")).isEqualTo(new AdminSettings(true, AdminSettings.DEFAULT_PORT, true));
    }

    @Test
    void aChosenPortIsThatPortAndNoOther() throws IOException {
        assertThat(load("admin.port = 9100 ")).isEqualTo(new AdminSettings(true, 9100, false));
        assertThat(load("admin.port=off").on()).isFalse();
    }

    @Test
    void nonsenseIsNamed() {
        assertThatThrownBy(() -> load("admin.port=70000"))
                .hasMessageContaining("admin.port is neither a port nor 'off'");
        assertThatThrownBy(() -> load("admin.port=here")).hasMessageContaining(": here");
        assertThatThrownBy(() -> load("admin.port=\\u00")).hasMessageContaining("node.properties");
    }

    private AdminSettings load(String text) throws IOException {
        return AdminSettings.load(
                NodeProperties.load(Files.writeString(folder.resolve("node.properties"), text + "\n")));
    }
}
