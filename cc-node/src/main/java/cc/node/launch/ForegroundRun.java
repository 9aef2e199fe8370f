package cc.node.launch;

import cc.node.application.Applications;
import cc.node.message.FromHost;
import cc.node.message.LaunchRequest;
import cc.node.message.Started;
import cc.node.message.ToHost;
import cc.protocol.command.ProtocolException;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that runs for somebody who waits for it: its standard streams, signals and end are theirs. When they are
 * gone, it is hung up, as by a terminal that closes.
 *
 * <p>Output goes at the pace of whoever reads it, and holds the program up as a pipe would. Input waits here until the
 * program reads it, apart from the conversation, so that signals pass.
 */
final class ForegroundRun {
    private static final Logger LOG = LoggerFactory.getLogger(ForegroundRun.class);

    private final Conversation conversation;
    private final Process process;
    private final Applications.Launched application;
    private final LinkedBlockingQueue<ByteString> input = new LinkedBlockingQueue<>();
    private final AtomicInteger waitingInputBytes = new AtomicInteger();
    private volatile boolean endTold;

    private ForegroundRun(Conversation conversation, Process process, Applications.Launched application) {
        this.conversation = conversation;
        this.process = process;
        this.application = application;
    }

    /** Runs the program to its end. */
    static void serve(Conversation conversation, LaunchRequest request, Applications applications) throws IOException {
        String machine = applications.machine();
        Process process = StartedProgram.prepare(request, List.of(), machine).start();
        Applications.Launched application =
                applications.launched(request.getName(), process.pid(), StartedProgram.routes(request));
        LOG.info("{} runs as process {}", application.name(), process.pid());
        new ForegroundRun(conversation, process, application).run(machine);
    }

    private void run(String machine) {
        Thread waiter = thread(this::awaitExit, "exit");
        try {
            conversation.write(FromHost.newBuilder()
                    .setStarted(Started.newBuilder()
                            .setName(application.name())
                            .setId(application.id())
                            .setMachine(machine)));
            waiter.start();
            thread(this::feedInput, "stdin").start();
            for (ToHost message = conversation.read(); message != null; message = conversation.read()) {
                take(message);
            }
        } catch (IOException e) {
            LOG.debug("The conversation about {} broke", application.name(), e);
        }
        if (!endTold) {
            hangUp();
        }
    }

    private void take(ToHost message) throws IOException {
        switch (message.getMessageCase()) {
            case INPUT -> {
                int bytes = message.getInput().size();
                if (bytes == 0 || waitingInputBytes.addAndGet(bytes) > LaunchLimits.INPUT_IN_FLIGHT_BYTES) {
                    throw new ProtocolException("more standard input than was asked for");
                }
                input.add(message.getInput());
            }
            case END_OF_INPUT -> input.add(ByteString.EMPTY);
            case SIGNAL -> {
                try {
                    Signals.send(message.getSignal().getSignal(), process.pid());
                } catch (IOException e) {
                    LOG.info("{}: {}", application.name(), e.getMessage());
                }
            }
            default -> throw new ProtocolException("a message that has no place in a launch");
        }
    }

    private void feedInput() {
        try (OutputStream out = process.getOutputStream()) {
            boolean read = true;
            for (ByteString piece = input.take(); !piece.isEmpty(); piece = input.take()) {
                if (read) {
                    try {
                        piece.writeTo(out);
                        out.flush();
                    } catch (IOException e) {
                        // As with a pipe that nobody reads any more; here the writer goes on.
                        read = false;
                    }
                }
                waitingInputBytes.addAndGet(-piece.size());
                conversation.write(FromHost.newBuilder().setInputTaken(piece.size()));
            }
        } catch (IOException e) {
            LOG.debug("No more input for {}", application.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitExit() {
        Thread output = thread(
                () -> pass(
                        process.getInputStream(), bytes -> FromHost.newBuilder().setOutput(bytes)),
                "stdout");
        Thread errors = thread(
                () -> pass(
                        process.getErrorStream(), bytes -> FromHost.newBuilder().setErrorOutput(bytes)),
                "stderr");
        output.start();
        errors.start();
        try {
            int code = process.waitFor();
            application.close();
            output.join();
            errors.join();
            LOG.info("{} has ended with {}", application.name(), code);
            endTold = true;
            // Ends the thread that waits for input.
            input.add(ByteString.EMPTY);
            conversation.exited(code);
        } catch (IOException e) {
            LOG.debug("Nobody waits for the end of {} any more", application.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes a stream on to its end; when nobody takes it any more, the program is still not held up. */
    private void pass(InputStream stream, Function<ByteString, FromHost.Builder> message) {
        byte[] piece = new byte[LaunchLimits.PIECE_BYTES];
        boolean taken = true;
        try {
            for (int count = stream.read(piece); count >= 0; count = stream.read(piece)) {
                if (taken) {
                    try {
                        conversation.write(message.apply(ByteString.copyFrom(piece, 0, count)));
                    } catch (IOException e) {
                        taken = false;
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("A stream of {} broke", application.name(), e);
        }
    }

    private void hangUp() {
        LOG.info("Whoever ran {} is gone; it is hung up", application.name());
        input.add(ByteString.EMPTY);
        try {
            Signals.send("HUP", process.pid());
            if (!process.waitFor(LaunchLimits.HANG_UP_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
            }
        } catch (IOException e) {
            LOG.debug("It has ended meanwhile", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread thread(Runnable work, String what) {
        Thread thread = new Thread(work, "cc-run-" + what + "-" + process.pid());
        thread.setDaemon(true);
        return thread;
    }
}
