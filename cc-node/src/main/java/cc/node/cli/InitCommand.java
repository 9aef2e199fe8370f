package cc.node.cli;

import cc.node.community.Membership;
import cc.node.community.NodeHome;
import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cc init}: founds a community with this machine as its first. */
@Command(
        name = "init",
        description = {"Founds a Computing Community with this machine as its first.", "Others join it with a token."},
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Mixin
    private final MemberOptions member = new MemberOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        NodeName name = member.name();
        PeerAddress address = member.address();
        NodeHome home = NodeHome.ofThisProcess();
        Membership.found(home, name, address);
        try {
            NodeLauncher.restartAsMember();
        } catch (IOException e) {
            // Nobody else belongs to it yet.
            NodeLauncher.stop();
            home.clear();
            throw e;
        }
        spec.commandLine()
                .getOut()
                .println("This machine is " + name + " at " + address
                        + ", the first of its community. 'cc token' lets another one join.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
