package cc.node.cli;

import cc.node.launch.LaunchLimits;
import cc.node.message.EndOfInput;
import cc.node.message.FromHost;
import cc.node.message.LaunchRequest;
import cc.node.message.SendSignal;
import cc.node.message.Started;
import cc.node.message.ToHost;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import sun.misc.Signal;

/** Runs a program by a node as if it ran here: standard streams, signals and the exit code pass through. */
final class HostedRun {
    /** Those that a terminal, a shell or a service manager sends; others the virtual machine keeps for itself. */
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");

    private final HostConversation host;
    private final Consumer<Started> onStarted;
    private final Semaphore inputAllowedBytes = new Semaphore(LaunchLimits.INPUT_IN_FLIGHT_BYTES);

    private HostedRun(HostConversation host, Consumer<Started> onStarted) {
        this.host = host;
        this.onStarted = onStarted;
    }

    /**
     * Runs the program to its end.
     *
     * @param onStarted is told when it has been started; must not block
     * @return the program's exit code
     */
    static int run(HostConversation host, LaunchRequest request, Consumer<Started> onStarted) throws IOException {
        return new HostedRun(host, onStarted).run(request);
    }

    /** Starts the program and leaves it alone; prints what it is called and where it is. */
    static void start(HostConversation host, LaunchRequest request, PrintStream out, PrintStream errors)
            throws IOException {
        host.send(ToHost.newBuilder().setLaunch(request));
        host.passOn(out, errors, message -> {
            if (message.hasStarted()) {
                out.println(message.getStarted().getName() + " "
                        + message.getStarted().getId() + " on "
                        + message.getStarted().getMachine());
                out.flush();
            }
        });
    }

    private int run(LaunchRequest request) throws IOException {
        SIGNALS.forEach(name -> Signal.handle(new Signal(name), signal -> passOn(signal.getName())));
        host.send(ToHost.newBuilder().setLaunch(request));
        return host.passOn(System.out, System.err, this::take);
    }

    private void take(FromHost message) {
        if (message.hasStarted()) {
            Thread input = new Thread(() -> passInput(System.in), "cc-stdin");
            input.setDaemon(true);
            input.start();
            onStarted.accept(message.getStarted());
        } else if (message.getInputTaken() > 0) {
            inputAllowedBytes.release(message.getInputTaken());
        }
    }

    private void passInput(InputStream in) {
        byte[] piece = new byte[LaunchLimits.PIECE_BYTES];
        try {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                if (count > 0) {
                    inputAllowedBytes.acquire(count);
                    host.send(ToHost.newBuilder().setInput(ByteString.copyFrom(piece, 0, count)));
                }
            }
            host.send(ToHost.newBuilder().setEndOfInput(EndOfInput.getDefaultInstance()));
        } catch (IOException e) {
            // The conversation is over, as its reader tells.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void passOn(String signal) {
        try {
            host.send(ToHost.newBuilder().setSignal(SendSignal.newBuilder().setSignal(signal)));
        } catch (IOException e) {
            // The conversation is over, as its reader tells.
        }
    }
}
