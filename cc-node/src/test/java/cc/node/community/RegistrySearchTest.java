package cc.node.community;

import static cc.node.community.TestCommunity.eventually;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class RegistrySearchTest {
    @Test
    void aMachineThatWasAwayWhileTheRegistryMovedIsToldWhereItIs(@TempDir Path folder) throws Exception {
        try (TestCommunity machines = new TestCommunity(folder)) {
            machines.found("m1");
            machines.join("m2", "m1");
            eventually(() -> machines.present("m2").contains("m2"));
            machines.stop("m2");
            // From here on m2 knows of nobody but m1, which keeps the registry no more in the end.
            machines.join("m3", "m1");
            machines.join("m4", "m1");
            eventually(() -> machines.coordinators("m3").equals(Set.of("m1", "m3", "m4")));
            machines.stop("m1");
            eventually(() -> machines.present("m3").equals(Set.of("m3", "m4")));
            machines.leave("m4");
            eventually(() -> machines.coordinators("m3").equals(Set.of("m3")));
            machines.start("m1");
            eventually(() -> !machines.home("m1").authorityKey().toFile().exists()
                    && machines.present("m1").contains("m1"));
            machines.start("m2");
            eventually(() -> machines.present("m2").equals(Set.of("m1", "m2", "m3")));
        }
    }
}
