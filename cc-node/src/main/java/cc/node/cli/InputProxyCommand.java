package cc.node.cli;

import cc.input.script.InputScript;
import cc.node.NodeConnection;
import cc.node.viewer.NativeViewerProcess;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.link.ViewerChannel;
import cc.protocol.message.Attach;
import cc.protocol.message.Hello;
import cc.protocol.message.ViewerHello;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc input-proxy}: drives a program from this machine, by a window or by commands. */
@Command(
        name = "input-proxy",
        hidden = true,
        description = {
            "Drives a program from this machine, by commands or a window.",
            "Commands come one a line; each is answered by 'ok' or 'error:'.",
            "  type TEXT    key CHORD (ctrl+s, Enter)    keydown KEY    keyup KEY    windows",
            "  move X Y     click|press|release [BUTTON]                wheel NOTCHES",
            "Places are in the program's screen coordinates; 'windows' tells where its windows are."
        },
        mixinStandardHelpOptions = true)
final class InputProxyCommand implements Callable<Integer> {
    private static final int FIRST_STATE_SECONDS = 10;

    @Parameters(paramLabel = "APP", description = "the application's name or id; 'cc ps' lists them")
    @SuppressWarnings("NullAway.Init")
    private String application;

    @Option(names = "--window", description = "a window of this desktop takes keyboard and pointer instead")
    private boolean window;

    @Option(
            names = "--listen",
            paramLabel = "SOCKET",
            description = "take commands at this Unix-domain socket (made for you alone) instead of standard input")
    private @Nullable Path socket;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (window) {
            return NativeViewerProcess.start(application, Role.INPUT).waitFor();
        }
        Hello.Builder hello = Hello.newBuilder()
                .setViewer(ViewerHello.newBuilder()
                        .setProgram(application)
                        .setControl(true)
                        .setWithoutPictures(true));
        ViewerChannel channel = new ViewerChannel(NodeConnection.greet(hello).channel());
        InputScript script = new InputScript(channel::send);
        CountDownLatch known = new CountDownLatch(1);
        Thread feeder = new Thread(() -> feed(script, channel, known), "cc-input-commands");
        feeder.setDaemon(true);
        feeder.start();
        String end = channel.run(Attach.newBuilder(), message -> {
            script.take(message);
            if (message.hasViewers()) {
                known.countDown();
            }
        });
        if (feeder.isAlive()) {
            throw new IOException(end);
        }
        return 0;
    }

    private void feed(InputScript script, ViewerChannel channel, CountDownLatch known) {
        try {
            if (!known.await(FIRST_STATE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(application + " does not say where its windows are");
            }
            if (socket == null) {
                PrintWriter out = spec.commandLine().getOut();
                serve(script, new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())), out);
            } else {
                CommandSocket.serve(socket, (in, out) -> serve(script, in, out));
            }
        } catch (IOException e) {
            spec.commandLine().getErr().println("cc: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            channel.finish();
        }
    }

    private static void serve(InputScript script, BufferedReader in, PrintWriter out) throws IOException {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!line.isEmpty()) {
                script.command(line).forEach(out::println);
                out.flush();
            }
        }
    }
}
