package cc.node.cli;

import cc.node.NodeConnection;
import cc.node.launch.LaunchLimits;
import cc.node.message.FromHost;
import cc.node.message.ToHost;
import cc.protocol.message.Hello;
import cc.protocol.message.HostFound;
import cc.protocol.message.HostHello;
import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** A conversation with the machine that has a program, or is to have one; this machine's node carries it there. */
final class HostConversation implements AutoCloseable {
    /** What shells report when it is not known how a program ended. */
    static final int EXIT_UNKNOWN = 255;

    private final NodeConnection.Greeted node;

    private HostConversation(NodeConnection.Greeted node) {
        this.node = node;
    }

    /** @param nameOrId of a program, wherever it runs or ran */
    static HostConversation about(String nameOrId) throws IOException {
        return open(HostHello.newBuilder().setApplication(nameOrId));
    }

    /** @param hello which machine or program */
    static HostConversation open(HostHello.Builder hello) throws IOException {
        return new HostConversation(NodeClient.greet(Hello.newBuilder().setHost(hello)));
    }

    HostFound host() {
        return node.reply().getHost();
    }

    /** What the program is to be called in requests to its host. */
    String application(String nameOrId) {
        return host().getApplicationId().isEmpty() ? nameOrId : host().getApplicationId();
    }

    void send(ToHost.Builder message) throws IOException {
        node.channel().write(message.build());
    }

    /** Waits for the next message; what is an error there is one here. */
    FromHost read() throws IOException {
        FromHost message = node.channel().read(FromHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
        if (message == null) {
            throw new IOException("the conversation with the machine " + host().getMachine()
                    + " broke; 'cc ps' tells what still runs");
        } else if (message.hasError()) {
            throw new IOException(message.getError());
        }
        return message;
    }

    /**
     * Passes on what comes until the program ends, or what was asked for is done.
     *
     * @return the program's exit code; 0 if this was not about its end
     */
    int passOn(PrintStream out, PrintStream errors, Consumer<FromHost> others) throws IOException {
        while (true) {
            FromHost message = read();
            switch (message.getMessageCase()) {
                case OUTPUT -> {
                    message.getOutput().writeTo(out);
                    out.flush();
                }
                case ERROR_OUTPUT -> {
                    message.getErrorOutput().writeTo(errors);
                    errors.flush();
                }
                case NOTICE -> errors.println("cc: " + message.getNotice());
                case EXITED -> {
                    if (message.getExited().getUnknown()) {
                        errors.println("cc: the program has ended, but its exit code is not known here");
                        return EXIT_UNKNOWN;
                    }
                    return message.getExited().getCode();
                }
                case FINISHED -> {
                    return 0;
                }
                default -> others.accept(message);
            }
        }
    }

    @Override
    public void close() throws IOException {
        node.close();
    }
}
