package cc.node.cli;

import cc.node.NodeConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cc stop}: ends the node process; programs go on, unseen until the next node comes up. */
@Command(
        name = "stop",
        description = {"Ends this machine's node process.", "Programs run on and start a new one."},
        mixinStandardHelpOptions = true)
final class StopCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        try {
            NodeClient.stop();
        } catch (NodeConnection.NoNodeException e) {
            // It is what was asked for.
        }
        return 0;
    }
}
