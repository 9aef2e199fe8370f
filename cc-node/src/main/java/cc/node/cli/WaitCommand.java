package cc.node.cli;

import cc.node.message.AwaitExit;
import cc.node.message.ToHost;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cc wait}: returns when a program has ended. */
@Command(
        name = "wait",
        description = {
            "Waits until a program has ended and returns its exit code.",
            "Known of programs in the background (cc run -d), be they ended; of others it returns 255."
        },
        mixinStandardHelpOptions = true)
final class WaitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "APP", description = "the program's name or id; 'cc ps' lists them")
    private String application = "";

    @Override
    public Integer call() throws Exception {
        try (HostConversation host = HostConversation.about(application)) {
            host.send(
                    ToHost.newBuilder().setWait(AwaitExit.newBuilder().setApplication(host.application(application))));
            return host.passOn(System.out, System.err, message -> {});
        }
    }
}
