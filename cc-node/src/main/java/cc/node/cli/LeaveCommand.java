package cc.node.cli;

import cc.node.community.NodeHome;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cc leave}: this machine goes its own way again. */
@Command(
        name = "leave",
        description = {"Takes this machine out of its community.", "Programs that run here go on."},
        mixinStandardHelpOptions = true)
final class LeaveCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        if (!NodeHome.ofThisProcess().isMember()) {
            throw new IOException("this machine belongs to no community");
        }
        NodeClient.leave();
        return 0;
    }
}
