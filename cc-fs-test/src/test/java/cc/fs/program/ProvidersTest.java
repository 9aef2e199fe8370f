package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that knows nothing of it finds at a path what a provider makes of a URI. */
class ProvidersTest {
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder() throws Exception {
        folder = WorkFolder.empty("providers");
    }

    private List<String> run(String rules, List<String> options, String... words) throws Exception {
        return ChildProgram.ruled(folder, rules, options.toArray(String[]::new)).run(Probe.class, words);
    }

    @Test
    void anArchiveIsAFolderAndKeepsWhatIsWritten() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (FileSystem system = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.createDirectory(system.getPath("/in"));
            Files.writeString(system.getPath("/in/file"), "zipped");
        }
        String rule = "/archive provider=jar:" + zip.toUri() + "!/in";
        assertThat(run(
                        rule,
                        List.of(),
                        "read:/archive/file",
                        "stream:/archive/file",
                        "names:/archive",
                        "output:/archive/new:more",
                        "read:/archive/new",
                        "exists:/archive/none",
                        "real:/archive/file"))
                .containsExactly(
                        "read /archive/file: zipped",
                        "stream /archive/file: zipped",
                        "names /archive: [file]",
                        "output /archive/new: done",
                        "read /archive/new: more",
                        "exists /archive/none: false false",
                        "real /archive/file: /archive/file /archive/file");
        try (FileSystem system = FileSystems.newFileSystem(zip)) {
            assertThat(Files.readString(system.getPath("/in/new"))).isEqualTo("more");
        }
        assertThat(run(rule + " read-only", List.of(), "write:/archive/file:x"))
                .containsExactly("write /archive/file: AccessDeniedException /archive/file");
    }

    @Test
    void anArchiveCannotLieInItself() throws Exception {
        Path zip = folder.resolve("a.zip");
        assertThat(run(zip + " provider=jar:" + zip.toUri(), List.of(), "stream:" + zip))
                .allMatch(line -> line.contains("cannot be reached") || line.contains("symbolic links"));
    }

    @Test
    void filesAreInMemory() throws Exception {
        assertThat(run(
                        "/memory provider=memory:/",
                        List.of(),
                        "folders:/memory/a/b",
                        "output:/memory/a/b/file:text",
                        "read:/memory/a/b/file",
                        "link:/memory/link:a/b/file",
                        "stream:/memory/link",
                        "move:/memory/a/b/file:/memory/moved",
                        "names:/memory",
                        "random:/memory/moved:rw"))
                .containsExactly(
                        "folders /memory/a/b: done",
                        "output /memory/a/b/file: done",
                        "read /memory/a/b/file: text",
                        "link /memory/link: done",
                        "stream /memory/link: text",
                        "move /memory/a/b/file: done",
                        "names /memory: [a, link, moved]",
                        "random /memory/moved: text");
    }

    @Test
    void theWebIsReadInPartsAndSeenToChange() throws Exception {
        try (TestWeb web = new TestWeb()) {
            web.put("/docs/file", "first".getBytes(StandardCharsets.UTF_8));
            web.put("/docs/with blank", "blank".getBytes(StandardCharsets.UTF_8));
            web.put("/docs/sub/deep", "deep".getBytes(StandardCharsets.UTF_8));
            web.put("/docs/large", new byte[1 << 20]);
            assertThat(run(
                            "/web provider=" + web.address() + "/docs/",
                            List.of(),
                            "read:/web/file",
                            "stream:/web/file",
                            "read:/web/with blank",
                            "names:/web",
                            "exists:/web/none",
                            "read:/web/none",
                            "write:/web/file:x",
                            "delete:/web/file",
                            "may:/web/file"))
                    .containsExactly(
                            "read /web/file: first",
                            "stream /web/file: first",
                            "read /web/with blank: blank",
                            "names /web: [file, large, sub, with blank]",
                            "exists /web/none: false false",
                            "read /web/none: NoSuchFileException /web/none",
                            "write /web/file: AccessDeniedException /web/file",
                            "delete /web/file: AccessDeniedException /web/file",
                            "may /web/file: r-");
            // The second look asked, and took what was there already.
            assertThat(web.requests().stream().filter(request -> request.startsWith("GET /docs/file")))
                    .hasSize(1);
            assertThat(web.requests()).contains("304 /docs/file");
        }
    }

    @Test
    void anSshServersFilesAreReadAndWritten() throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        Files.writeString(served.resolve("file"), "far");
        Path home = folder.resolve("home");
        Files.createDirectories(home.resolve(".ssh"));
        try (SshServer server = SshServer.setUpDefaultServer()) {
            server.setHost("127.0.0.1");
            server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider(folder.resolve("key")));
            server.setPasswordAuthenticator((user, password, session) -> user.equals("ann") && password.equals("pass"));
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.setFileSystemFactory(new VirtualFileSystemFactory(served));
            server.start();
            String rule = "/far provider=sftp://ann:pass@127.0.0.1:" + server.getPort() + "/";
            String[] words = {"read:/far/file", "output:/far/new:written", "names:/far", "delete:/far/file"};
            List<String> options = List.of("-Duser.home=" + home);

            assertThat(run(rule, options, words))
                    .allMatch(line -> line.contains("cannot be reached") || line.equals("names /far: null"));
            assertThat(served.resolve("new")).doesNotExist();

            String key = PublicKeyEntry.toString(
                    server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
            Path known = Files.writeString(
                    home.resolve(".ssh/known_hosts"), "[127.0.0.1]:" + server.getPort() + " " + key + "\n");
            Files.setPosixFilePermissions(known, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            assertThat(run(rule, options, words))
                    .containsExactly(
                            "read /far/file: far",
                            "output /far/new: done",
                            "names /far: [file, new]",
                            "delete /far/file: done");
            assertThat(served.resolve("new")).hasContent("written");
            assertThat(served.resolve("file")).doesNotExist();
        }
    }
}
