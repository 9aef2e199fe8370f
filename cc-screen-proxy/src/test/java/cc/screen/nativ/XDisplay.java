package cc.screen.nativ;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An X server of its own for one test, whose screen is read from memory. */
final class XDisplay implements AutoCloseable {
    static final int WIDTH = 800;
    static final int HEIGHT = 600;

    private static final int HEADER_SIZE_AT = 0;
    private static final int BYTE_ORDER_AT = 28;
    private static final int BYTES_PER_LINE_AT = 48;
    private static final int COLORS_AT = 76;
    private static final int COLOR_BYTES = 12;

    private final Path directory;
    private final Process server;
    private final List<Process> clients = new ArrayList<>();
    private final String name;

    private XDisplay(Path directory, Process server, String name) {
        this.directory = directory;
        this.server = server;
        this.name = name;
    }

    static XDisplay start() throws IOException {
        Path directory = Files.createTempDirectory("cc-xvfb");
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        directory.toString(),
                        "-nolisten",
                        "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = out.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        return new XDisplay(directory, server, ":" + number.trim());
    }

    /** Starts a program on this display, with its standard streams free for the caller. */
    Process run(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", name);
        try {
            Process process = builder.start();
            clients.add(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a program to its end; gives what it printed. */
    String output(String... command) {
        Process process = run(command);
        try {
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(20, TimeUnit.SECONDS);
            return text.trim();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The screen's pixels, 0xRRGGBB, of a part. */
    int[] pixels(int x, int y, int width, int height) {
        try {
            ByteBuffer dump = ByteBuffer.wrap(Files.readAllBytes(directory.resolve("Xvfb_screen0")));
            int start = dump.getInt(HEADER_SIZE_AT) + dump.getInt(COLORS_AT) * COLOR_BYTES;
            int line = dump.getInt(BYTES_PER_LINE_AT);
            boolean littleEndian = dump.getInt(BYTE_ORDER_AT) == 0;
            dump.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int[] pixels = new int[width * height];
            for (int row = 0; row < height; row++) {
                for (int column = 0; column < width; column++) {
                    pixels[row * width + column] = dump.getInt(start + (y + row) * line + (x + column) * 4) & 0xFFFFFF;
                }
            }
            return pixels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        clients.forEach(Process::destroyForcibly);
        server.destroy();
        try {
            server.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
