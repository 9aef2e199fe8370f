package cc.node.cli;

import cc.node.message.SendSignal;
import cc.node.message.ToHost;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code cc signal}: sends a signal to a program on any machine. */
@Command(
        name = "signal",
        description = "Sends a signal to a program, wherever in the community it runs.",
        mixinStandardHelpOptions = true)
final class SignalCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "APP", description = "the program's name or id; 'cc ps' lists them")
    private String application = "";

    @Parameters(index = "1", paramLabel = "SIGNAL", description = "for example TERM, INT, HUP, STOP, CONT, KILL")
    private String signal = "";

    @Override
    public Integer call() throws Exception {
        send(application, signal);
        return 0;
    }

    static void send(String application, String signal) throws IOException {
        try (HostConversation host = HostConversation.about(application)) {
            host.send(ToHost.newBuilder()
                    .setSignal(SendSignal.newBuilder()
                            .setApplication(host.application(application))
                            .setSignal(signal)));
            host.passOn(System.out, System.err, message -> {});
        }
    }
}
