package cc.node.cli;

import cc.node.daemon.NodeMain;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cc node}: runs the node in the foreground, for service managers and for looking at its log. */
@Command(
        name = "node",
        description = {"Runs this machine's node in the foreground.", "Programs start one by themselves otherwise."},
        hidden = true,
        mixinStandardHelpOptions = true)
final class NodeCommand implements Callable<Integer> {
    @Option(
            names = "--service",
            description = "for service managers: ends with exit code 75 when it is to be started anew")
    private boolean service;

    @Override
    public Integer call() throws Exception {
        return NodeMain.run(service ? NodeMain.Start.SERVICE : NodeMain.Start.FOREGROUND);
    }
}
