package cc.node.cli;

import cc.protocol.message.JoinInvitation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code cc token}: prints the line with which one more machine joins. */
@Command(
        name = "token",
        description = {"Prints the command with which one more machine joins.", "It works once, for 15 minutes."},
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        JoinInvitation invitation = NodeClient.invite();
        spec.commandLine().getOut().println("cc join " + invitation.getAddress() + " " + invitation.getToken());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
