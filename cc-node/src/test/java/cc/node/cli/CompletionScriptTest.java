package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers when a person presses the tabulator. */
class CompletionScriptTest {
    @TempDir
    private Path folder;

    @Test
    void applicationsAndMachinesAreOfferedByNameWhereTheyAreMeant() throws Exception {
        assertThat(offered("kill", "ed")).containsExactly("editor");
        assertThat(offered("show", "")).containsExactly("editor", "demo");
        assertThat(offered("kill", "editor", "de")).containsExactly("demo");
        assertThat(offered("view", "d")).containsExactly("demo");
        assertThat(offered("show", "editor", "--also-on", "m")).containsExactly("m1", "m2");
        assertThat(offered("run", "--on", "m2")).containsExactly("m2");
        assertThat(offered("run", "--screen", "m1")).containsExactly("m1");
        assertThat(offered("leave", "--machine", "")).containsExactly("m1", "m2");
    }

    @Test
    void commandsAndOptionsAreOfferedAsBefore() throws Exception {
        assertThat(offered("si")).containsExactly("signal");
        assertThat(offered("show", "--al")).containsExactly("--also-on");
        assertThat(offered("run", "--scr")).containsExactly("--screen");
    }

    private List<String> offered(String... words) throws IOException, InterruptedException {
        Path script = folder.resolve("completion");
        Files.writeString(script, CompletionScript.of("cc", Cc.commandLine()));
        String question =
                "cc() { [ \"$1 $2\" = 'completion --names' ] && case $3 in applications) echo editor; echo demo;;"
                        + " machines) echo m1; echo m2;; esac; }; COMP_WORDS=(cc " + quoted(words) + ");"
                        + " COMP_CWORD=" + words.length + "; COMP_LINE=\"${COMP_WORDS[*]}\"; source '" + script + "';"
                        + " _cc_names cc \"${COMP_WORDS[COMP_CWORD]}\" \"${COMP_WORDS[COMP_CWORD-1]}\";"
                        + " printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process bash = new ProcessBuilder("bash", "-c", question)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        bash.getOutputStream().close();
        String answer = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        bash.waitFor();
        return answer.lines().map(String::strip).toList();
    }

    private static String quoted(String... words) {
        return "'" + String.join("' '", words) + "'";
    }
}
