package cc.bench;

import cc.protocol.message.Frame;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts programs under CC several times in turn, each time attaches a viewer as soon as the address is printed, and
 * prints the ms from the start of the process to the frame with which nearly all of the first picture was there. Frames
 * are only kept while the program starts and are looked at afterwards, so that this viewer takes no processor from it.
 * The first turn is not counted: it warms up this viewer, and the node. Arguments: how many turns count, and then the
 * commands, each after {@code --}.
 */
public final class FirstPixels {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    /** After the first frame: the picture is whole by then. */
    private static final int WHOLE_AFTER_MS = 2_000;

    private static final double NS_PER_MS = 1e6;

    private record Arrival(long nanos, Frame frame) {}

    private FirstPixels() {}

    public static void main(String[] args) throws Exception {
        List<List<String>> commands = new ArrayList<>();
        for (String arg : List.of(args).subList(1, args.length)) {
            if (arg.equals("--")) {
                commands.add(new ArrayList<>());
            } else {
                commands.get(commands.size() - 1).add(arg);
            }
        }
        for (int turn = 0; turn <= Integer.parseInt(args[0]); turn++) {
            for (int i = 0; i < commands.size(); i++) {
                double ms = firstPixelsMs(commands.get(i));
                if (turn > 0) {
                    System.out.printf(Locale.ROOT, "command %d first pixels %.1f%n", i, ms);
                }
            }
        }
    }

    private static double firstPixelsMs(List<String> command) throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            URI address = address(output);
            List<Arrival> arrivals = new ArrayList<>();
            try (ViewerSocket viewer = ViewerSocket.attach(address, ViewerSocket.cookie(address))) {
                Thread reader = new Thread(() -> collect(viewer, arrivals));
                reader.start();
                awaitFirst(arrivals);
                Thread.sleep(WHOLE_AFTER_MS);
            }
            synchronized (arrivals) {
                int first = FirstPicture.nearlyWholeWith(
                        arrivals.stream().map(Arrival::frame).toList());
                return (arrivals.get(first).nanos() - startNs) / NS_PER_MS;
            }
        } finally {
            program.destroy();
            program.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static URI address(BufferedReader output) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line; (line = output.readLine()) != null; said.append(line).append('\n')) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return URI.create(address.group());
            }
        }
        throw new IOException("no address was printed:\n" + said);
    }

    private static void collect(ViewerSocket viewer, List<Arrival> arrivals) {
        try {
            for (;;) {
                Frame frame = viewer.nextFrame();
                synchronized (arrivals) {
                    arrivals.add(new Arrival(System.nanoTime(), frame));
                    arrivals.notifyAll();
                }
            }
        } catch (SocketException | EOFException e) {
            // The viewer was closed: all is measured.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitFirst(List<Arrival> arrivals) throws InterruptedException {
        synchronized (arrivals) {
            while (arrivals.isEmpty()) {
                arrivals.wait();
            }
        }
    }
}
