package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ProgressTest {
    private static final String CLEAR_LINE = "\r\033[K";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);

    @Test
    void saysWhatIsDoneAndLeavesNothing() {
        try (Progress progress = new Progress(terminal, true)) {
            progress.at("asking");
            progress.at("waiting");
            assertThat(text()).contains("cc: asking ...", "cc: waiting ...").doesNotContain("\n");
        }
        assertThat(text()).endsWith(CLEAR_LINE);
    }

    @Test
    void countsTheSecondsOfWhatTakesLong() {
        try (Progress progress = new Progress(terminal, true)) {
            progress.at("waiting");
            await().until(() -> text().contains("waiting ... 1 s") || text().contains("waiting ... 2 s"));
        }
    }

    @Test
    void saysNothingWhereNoTerminalIs() {
        try (Progress progress = new Progress(terminal, false)) {
            progress.at("waiting");
        }
        assertThat(text()).isEmpty();
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }
}
