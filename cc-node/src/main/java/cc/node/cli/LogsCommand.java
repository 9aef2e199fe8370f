package cc.node.cli;

import cc.node.message.FollowLog;
import cc.node.message.ToHost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cc logs}: what a program in the background has printed. */
@Command(
        name = "logs",
        description = "Prints what a program in the background (cc run -d) has printed.",
        mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "APP", description = "the program's name or id; 'cc ps' lists them")
    private String application = "";

    @Option(
            names = {"-f", "--follow"},
            description = "go on until the program ends")
    private boolean follow;

    @Override
    public Integer call() throws Exception {
        try (HostConversation host = HostConversation.about(application)) {
            host.send(ToHost.newBuilder()
                    .setLog(FollowLog.newBuilder()
                            .setApplication(host.application(application))
                            .setFollow(follow)));
            return host.passOn(System.out, System.err, message -> {});
        }
    }
}
