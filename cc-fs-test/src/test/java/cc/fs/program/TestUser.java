package cc.fs.program;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** As whom a process of a test runs. */
enum TestUser {
    /** Whoever runs the test. */
    SELF,
    /** Somebody who may not do everything: {@link #SELF}, unless that is root. */
    ORDINARY;

    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");

    private boolean isOther() {
        return this == ORDINARY && System.getProperty("user.name").equals("root");
    }

    /** The words that run a command as this user. */
    List<String> command(String... words) {
        List<String> command = new ArrayList<>();
        if (isOther()) {
            assumeTrue(Files.isExecutable(SETPRIV), SETPRIV + " is missing: apt-get install util-linux");
            command.addAll(List.of(SETPRIV.toString(), "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(words));
        return command;
    }

    /** Makes a file this user's. */
    void own(Path path) throws IOException {
        if (isOther()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }
    }
}
