package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rules keep from a program that knows nothing of them fails as the operating system would fail it. */
class RestrictedTest {
    private static final String SANDBOX = "-Dcc.files.sandbox=true";

    private Path folder = Path.of("");

    @BeforeEach
    void makeFiles() throws IOException {
        folder = WorkFolder.empty("restricted");
        for (String name : List.of("open", "closed", "closed/gap", "fixed")) {
            Files.createDirectory(folder.resolve(name));
            Files.writeString(folder.resolve(name + "/file"), name);
        }
        Files.createSymbolicLink(folder.resolve("open/out"), folder.resolve("closed"));
        Files.createSymbolicLink(folder.resolve("open/far"), Path.of("../closed/file"));
        Files.createSymbolicLink(folder.resolve("open/root"), Path.of("/proc/self/root"));
        Files.createSymbolicLink(folder.resolve("open/in"), Path.of("../fixed/file"));
    }

    private List<String> run(String rules, String option, String... words) throws Exception {
        return ChildProgram.ruled(folder, at(rules), option)
                .run(Probe.class, List.of(words).stream().map(this::at).toArray(String[]::new))
                .stream()
                .map(line -> line.replace(folder.toString(), "F"))
                .toList();
    }

    private String at(String text) {
        return text.replace("F/", folder + "/");
    }

    @Test
    void whatIsDeniedIsThereAndCannotBeUsed() throws Exception {
        assertThat(run(
                        "F/closed deny",
                        "-Dx=y",
                        "read:F/closed/file",
                        "stream:F/closed/file",
                        "random:F/closed/file:r",
                        "random:F/closed/file:rw",
                        "write:F/closed/new:x",
                        "output:F/closed/new:x",
                        "exists:F/closed/file",
                        "list:F/closed",
                        "names:F/closed",
                        "folder:F/closed/sub",
                        "delete:F/closed/file",
                        "move:F/open/file:F/closed/moved",
                        "copy:F/closed/file:F/open/copy",
                        "names:F/",
                        "read:F/open/file"))
                .containsExactly(
                        "read F/closed/file: AccessDeniedException F/closed/file",
                        "stream F/closed/file: FileNotFoundException F/closed/file (Permission denied)",
                        "random F/closed/file: FileNotFoundException F/closed/file (Permission denied)",
                        "random F/closed/file: FileNotFoundException F/closed/file (Permission denied)",
                        "write F/closed/new: AccessDeniedException F/closed/new",
                        "output F/closed/new: FileNotFoundException F/closed/new (Permission denied)",
                        "exists F/closed/file: false false",
                        "list F/closed: AccessDeniedException F/closed",
                        "names F/closed: null",
                        "folder F/closed/sub: AccessDeniedException F/closed/sub",
                        "delete F/closed/file: AccessDeniedException F/closed/file",
                        "move F/open/file: AccessDeniedException F/closed/moved",
                        "copy F/closed/file: AccessDeniedException F/closed/file",
                        "names F/: [closed, fixed, open]",
                        "read F/open/file: open");
        assertThat(folder.resolve("closed/new")).doesNotExist();
    }

    @Test
    void whatIsHiddenIsNotThere() throws Exception {
        assertThat(run(
                        "F/closed hide\nF/open/file hide",
                        "-Dx=y",
                        "read:F/closed/file",
                        "stream:F/closed/file",
                        "exists:F/closed",
                        "names:F/",
                        "list:F/open",
                        "read:F/open/far"))
                .containsExactly(
                        "read F/closed/file: NoSuchFileException F/closed/file",
                        "stream F/closed/file: FileNotFoundException F/closed/file (No such file or directory)",
                        "exists F/closed: false false",
                        "names F/: [fixed, open]",
                        "list F/open: [far, in, out, root]",
                        "read F/open/far: NoSuchFileException F/open/far");
    }

    @Test
    void noLinkAndNoDotsLeadPastARule() throws Exception {
        assertThat(run(
                        "F/closed deny",
                        "-Dx=y",
                        "read:F/open/out/file",
                        "read:F/open/far",
                        "stream:F/open/far",
                        "read:F/open/../closed/file",
                        "read:F/open/root/" + folder.toString().substring(1) + "/closed/file",
                        "stream:/proc/self/root" + folder + "/closed/file",
                        "stream:/proc/self/cwd/closed/file",
                        "stream:/dev/../proc/self/cwd/closed/file",
                        "link:F/open/new:F/closed/file",
                        "read:F/open/new",
                        "read:F/open/in"))
                .filteredOn(line -> !line.startsWith("link "))
                .allMatch(line -> line.contains("AccessDenied")
                        || line.contains("Permission denied")
                        || line.equals("read F/open/in: fixed"))
                .contains("read F/open/in: fixed");
    }

    @Test
    void whatIsReadOnlyCanBeReadAndNotChanged() throws Exception {
        assertThat(run(
                        "F/fixed read-only",
                        "-Dx=y",
                        "read:F/fixed/file",
                        "stream:F/open/in",
                        "random:F/fixed/file:r",
                        "random:F/fixed/file:rw",
                        "write:F/fixed/file:x",
                        "write:F/open/in:x",
                        "output:F/fixed/new:x",
                        "folder:F/fixed/new",
                        "folder:F/fixed/file",
                        "folders:F/fixed",
                        "delete:F/fixed/file",
                        "delete:F/fixed/none",
                        "write:F/fixed/none/x:x",
                        "move:F/fixed/file:F/open/moved",
                        "move:F/open/file:F/fixed/moved",
                        "copy:F/fixed/file:F/open/copy",
                        "may:F/fixed/file",
                        "may:F/open/file"))
                .containsExactly(
                        "read F/fixed/file: fixed",
                        "stream F/open/in: fixed",
                        "random F/fixed/file: fixed",
                        "random F/fixed/file: FileNotFoundException F/fixed/file (Permission denied)",
                        "write F/fixed/file: AccessDeniedException F/fixed/file",
                        "write F/open/in: AccessDeniedException F/open/in",
                        "output F/fixed/new: FileNotFoundException F/fixed/new (Permission denied)",
                        "folder F/fixed/new: AccessDeniedException F/fixed/new",
                        "folder F/fixed/file: FileAlreadyExistsException F/fixed/file",
                        "folders F/fixed: done",
                        "delete F/fixed/file: AccessDeniedException F/fixed/file",
                        "delete F/fixed/none: NoSuchFileException F/fixed/none",
                        "write F/fixed/none/x: NoSuchFileException F/fixed/none/x",
                        "move F/fixed/file: AccessDeniedException F/fixed/file",
                        "move F/open/file: AccessDeniedException F/fixed/moved",
                        "copy F/fixed/file: done",
                        "may F/fixed/file: r-",
                        "may F/open/file: rw");
        assertThat(folder.resolve("fixed/file")).hasContent("fixed");
        assertThat(folder.resolve("open/file")).hasContent("open");
    }

    @Test
    void aSandboxHasNothingButWhatIsListed() throws Exception {
        assertThat(run(
                        "F/open home\nF/fixed read-only\nF/closed/gap home",
                        SANDBOX,
                        "read:F/open/file",
                        "write:F/open/new:x",
                        "write:F/fixed/file:x",
                        "read:F/fixed/file",
                        "read:F/closed/file",
                        "read:F/closed/gap/file",
                        "names:F/closed",
                        "names:F/",
                        "read:F/open/out/gap/file",
                        "read:F/open/far",
                        "stream:/etc/passwd",
                        "exists:/etc/passwd",
                        "stream:/proc/self/root/etc/passwd",
                        "stream:/proc/1/environ",
                        "write:" + System.getProperty("java.home") + "/lib/new:x",
                        "temp:x:private",
                        "random-number:x",
                        "zone:x",
                        "class:cc.fs.program.GitWork",
                        "real:F/open/file"))
                .containsExactly(
                        "read F/open/file: open",
                        "write F/open/new: done",
                        "write F/fixed/file: AccessDeniedException F/fixed/file",
                        "read F/fixed/file: fixed",
                        "read F/closed/file: AccessDeniedException F/closed/file",
                        "read F/closed/gap/file: closed/gap",
                        "names F/closed: [gap]",
                        "names F/: [closed, fixed, open]",
                        "read F/open/out/gap/file: closed/gap",
                        "read F/open/far: AccessDeniedException F/open/far",
                        "stream /etc/passwd: FileNotFoundException /etc/passwd (Permission denied)",
                        "exists /etc/passwd: false false",
                        "stream /proc/self/root/etc/passwd: FileNotFoundException /proc/self/root/etc/passwd"
                                + " (Permission denied)",
                        "stream /proc/1/environ: FileNotFoundException /proc/1/environ (Permission denied)",
                        "write " + System.getProperty("java.home") + "/lib/new: AccessDeniedException "
                                + System.getProperty("java.home") + "/lib/new",
                        "temp x: /tmp private",
                        "random-number x: true",
                        "zone x: " + java.time.ZoneId.systemDefault(),
                        "class cc.fs.program.GitWork: GitWork",
                        "real F/open/file: F/open/file F/open/file");
    }

    @Test
    void aDeniedPathIsToldOnce() throws Exception {
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try {
            Process process = ChildProgram.ruled(folder, at("F/closed deny"))
                    .start(
                            output,
                            errors,
                            Probe.class,
                            at("read:F/closed/file"),
                            at("stream:F/closed/file"),
                            at("exists:F/closed/other"));
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Files.readAllLines(errors))
                    .containsExactly(
                            at("cc: denied: F/closed/file (cc.files.rules:1)"),
                            at("cc: denied: F/closed/other (cc.files.rules:1)"));
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    @Test
    void aRuleWithoutSenseKeepsTheProgramFromStarting() throws Exception {
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try {
            Process process = ChildProgram.ruled(folder, "/x nowhere").start(output, errors, Probe.class, "exists:/");
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(126);
            assertThat(output).isEmptyFile();
            assertThat(errors).content().contains("cc: the program is not started: ", ":1: 'nowhere' is no mode");
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
