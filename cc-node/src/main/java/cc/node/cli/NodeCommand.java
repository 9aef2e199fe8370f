package cc.node.cli;

import cc.node.daemon.NodeMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code cc node}: runs the node in the foreground, for service managers and for looking at its log. */
@Command(
        name = "node",
        description = {"Runs this machine's node in the foreground.", "Programs start one by themselves otherwise."},
        mixinStandardHelpOptions = true)
final class NodeCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        return NodeMain.run(false);
    }
}
