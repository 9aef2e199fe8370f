package cc.node.cli;

import cc.node.community.Membership;
import cc.node.community.NodeHome;
import cc.node.peer.PeerAddress;
import cc.node.trust.JoinToken;
import cc.node.trust.NodeName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc join}: makes this machine a member of a community. */
@Command(
        name = "join",
        description = {"Joins a Computing Community.", "'cc token' on one of its machines prints the whole command."},
        mixinStandardHelpOptions = true)
final class JoinCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "ADDRESS", description = "a machine of the community: HOST or HOST:PORT")
    private String address = "";

    @Parameters(index = "1", paramLabel = "TOKEN", description = "what 'cc token' printed; works once")
    private String token = "";

    @Mixin
    private final MemberOptions member = new MemberOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        NodeName name = member.name();
        PeerAddress own = member.address();
        PeerAddress community = PeerAddress.parse(address);
        JoinToken secret = JoinToken.parse(token);
        try (Progress progress = Progress.ofThisProcess()) {
            progress.at("asking the machine at " + community);
            Membership.join(NodeHome.ofThisProcess(), name, own, community, secret);
            NodeLauncher.restartAsMember(progress);
        }
        spec.commandLine().getOut().println("This machine is " + name + " at " + own + ". 'cc nodes' lists all.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
