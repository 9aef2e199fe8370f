package cc.node.cli;

import cc.node.community.NodeHome;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cc leave}: this machine, or one that is gone for good, belongs to its community no more. */
@Command(
        name = "leave",
        description = {
            "Takes this machine out of its community.",
            "Programs that run here go on. What it does for the community goes to another machine first."
        },
        mixinStandardHelpOptions = true)
final class LeaveCommand implements Callable<Integer> {
    @Option(
            names = "--machine",
            paramLabel = "NAME",
            description = "takes out another machine, which is away and will not come back")
    private String machine = "";

    @Option(names = "--yes", description = "needed with --machine: its certificate is refused from then on")
    private boolean yes;

    @Override
    public Integer call() throws Exception {
        if (!NodeHome.ofThisProcess().isMember()) {
            throw new IOException("this machine belongs to no community");
        } else if (!machine.isEmpty() && !yes) {
            throw new IOException("if " + machine + " comes back, it will be refused, and has to leave and join anew."
                    + " If that is what you want: cc leave --machine " + machine + " --yes");
        }
        try (Progress progress = Progress.ofThisProcess()) {
            progress.at(machine.isEmpty() ? "handing over what this machine does" : "taking out " + machine);
            NodeClient.leave(machine);
        }
        return 0;
    }
}
