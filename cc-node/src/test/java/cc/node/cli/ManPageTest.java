package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManPageTest {
    @TempDir
    private Path folder;

    @Test
    void everyCommandHasAPage() throws IOException {
        Path completion = folder.resolve("share/completion");
        ManPages.main(new String[] {folder.toString(), completion.toString(), "long-name"});

        Cc.commandLine()
                .getSubcommands()
                .keySet()
                .forEach(name ->
                        assertThat(folder.resolve("cc-" + name + ".1.gz")).exists());
        assertThat(page("long-name"))
                .startsWith(".TH \"CC\" 1 ")
                .contains("\\fBrun\\fR\n")
                .contains(".SH SYNOPSIS\ncc [");
        assertThat(page("cc-run"))
                .contains(".SH NAME\ncc\\-run \\- Runs a Java program")
                .contains(".SH SYNOPSIS\ncc run [OPTIONS]")
                .contains(".TP\n\\fB\\-\\-screen WHERE\\fR\n")
                .contains(".TP\n\\fB\\-h, \\-\\-help\\fR\n");
        assertThat(Files.readString(completion)).contains("complete -F").contains("long-name");
    }

    @Test
    void nothingThatIsSaidIsARequest() throws IOException {
        ManPages.main(new String[] {folder.toString(), folder.resolve("c").toString(), "cc"});

        for (String name : Cc.commandLine().getSubcommands().keySet()) {
            assertThat(page("cc-" + name).lines())
                    .as(name)
                    .allSatisfy(line -> assertThat(line).matches("(\\.(TH|SH|TP|PP)\\b.*|[^.'].*)"));
        }
    }

    private String page(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(name + ".1.gz"))), StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line + "\n").collect(Collectors.joining());
        }
    }
}
