package cc.screen.nativ;

import static org.awaitility.Awaitility.await;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.command.PixelFormat;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.Frame;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowState;
import cc.screen.local.ViewerConnection;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import cc.screen.session.ViewerTerms;
import com.google.protobuf.ByteString;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A program that a test plays, a native viewer of it in a process of its own, and the X server on which it shows. */
final class NativeStage implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long SEED = 7;

    private final List<FromScreen> told = new CopyOnWriteArrayList<>();
    private final ScreenProxy proxy =
            new ScreenProxy(ScreenSettings.defaults(), (program, toProgram) -> new InputSink() {
                @Override
                public void input(int source, FromScreen message) {
                    toProgram.accept(message);
                }

                @Override
                public void leave(int source) {}
            });
    private final CommandEncoder encoder = new CommandEncoder();
    private final Random random = new Random(SEED);
    private final XDisplay display;
    private final ProgramSession program;
    private int sequence;

    NativeStage() throws IOException {
        this("");
    }

    /** @param machine where the program runs; empty: here */
    NativeStage(String machine) throws IOException {
        display = XDisplay.start();
        ProgramHello hello =
                ProgramHello.newBuilder().setName("native").setMachine(machine).build();
        program = proxy.open(hello, new ProgramLink() {
            @Override
            public void send(FromScreen message) {
                told.add(message);
            }

            @Override
            public void close(String reason) {}
        });
    }

    XDisplay display() {
        return display;
    }

    /** What the program was told until now. */
    List<FromScreen> told() {
        return told;
    }

    void windowManager(String command) {
        if (!command.isEmpty()) {
            display.run(command);
        }
    }

    /** Starts the viewer and waits until it has told its screens. */
    void showViewer(String... javaOptions) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), NativeViewerChild.class.getName()));
        Process viewer = display.run(command.toArray(String[]::new));
        FrameChannel channel = new FrameChannel(viewer.getInputStream(), unbuffered(viewer.getOutputStream()));
        Thread serving = new Thread(
                () -> ViewerConnection.serve(program, channel, ViewerTerms.desktop(true, true)), "serving the viewer");
        serving.setDaemon(true);
        serving.start();
        awaitTold("the screens of the display", FromScreen::hasScreens);
    }

    void say(ToScreen.Builder message) {
        program.receive(message.build());
    }

    /** Whether the program's machine is reached. */
    void reached(boolean now) {
        program.reached(now);
    }

    void show(WindowState.Builder window) {
        say(ToScreen.newBuilder().setWindow(window));
    }

    static WindowState.Builder window(int id, WindowKind kind, int x, int y, int width, int height) {
        return WindowState.newBuilder()
                .setWindow(id)
                .setSurface(id)
                .setKind(kind)
                .setX(x)
                .setY(y)
                .setWidth(width)
                .setHeight(height)
                .setScale(1)
                .setVisible(true)
                .setDecorated(kind != WindowKind.WINDOW_KIND_POPUP)
                .setResizable(true)
                .setFocusable(true)
                .setClosable(true)
                .setStacking(1);
    }

    /** Makes an opaque surface of noise; gives its pixels. */
    int[] draw(int surface, int width, int height) {
        int[] pixels = noise(width * height);
        draw(surface, PixelFormat.RGB, width, height, pixels);
        return pixels;
    }

    void draw(int surface, PixelFormat format, int width, int height, int[] pixels) {
        frame(new DefineSurface(surface, format, width, height), new SetPixels(surface, 0, 0, width, height, pixels));
    }

    int[] drawPart(int surface, int x, int y, int width, int height) {
        int[] pixels = noise(width * height);
        frame(new SetPixels(surface, x, y, width, height, pixels));
        return pixels;
    }

    void awaitPixels(String what, int x, int y, int width, int height, int[] expected) {
        await(what).atMost(PATIENCE).until(() -> Arrays.equals(display.pixels(x, y, width, height), expected));
    }

    void awaitPixel(String what, int x, int y, int rgb) {
        awaitPixels(what, x, y, 1, 1, new int[] {rgb});
    }

    void awaitTold(String what, Predicate<FromScreen> wanted) {
        await(what).atMost(PATIENCE).until(() -> told.stream().anyMatch(wanted));
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        display.close();
    }

    private int[] noise(int count) {
        return random.ints(count, 0, 1 << 24).toArray();
    }

    private void frame(DrawCommand... commands) {
        say(ToScreen.newBuilder()
                .setFrame(Frame.newBuilder()
                        .setSequence(++sequence)
                        .setCommands(ByteString.copyFrom(encoder.encode(List.of(commands))))));
    }

    /** The JDK buffers what goes to a process. */
    private static OutputStream unbuffered(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
                out.flush();
            }
        };
    }
}
