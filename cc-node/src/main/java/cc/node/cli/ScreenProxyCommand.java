package cc.node.cli;

import cc.node.desktop.DesktopAgent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cc screen-proxy}: the desktop of a person's session becomes this machine's in the community. */
@Command(
        name = "screen-proxy",
        description = {
            "Gives this desktop to this machine's node.",
            "What shows on this machine, or is driven from it, has its windows here then.",
            "The node may be another user's, who has to allow it: desktop.users=NAME[,NAME..] in its node.properties."
        },
        hidden = true,
        mixinStandardHelpOptions = true)
final class ScreenProxyCommand implements Callable<Integer> {
    @Option(
            names = "--of",
            paramLabel = "USER",
            description = "the node of this user, for example cc-node, the service's; default: your own")
    private String user = "";

    @Override
    public Integer call() throws Exception {
        if (user.isEmpty()) {
            NodeLauncher.startUnlessRunning();
        }
        new DesktopAgent(user, System.err).run();
        return 0;
    }
}
