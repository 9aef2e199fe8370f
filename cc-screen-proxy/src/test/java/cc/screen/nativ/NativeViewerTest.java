package cc.screen.nativ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.command.PixelFormat;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.Frame;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowState;
import cc.screen.local.ViewerConnection;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import com.google.protobuf.ByteString;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real X server, real windows: what the program drew is what is on the screen, and what is done there comes back. */
class NativeViewerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int WINDOW = 1;
    private static final int POPUP = 2;
    private static final int DIALOG = 3;

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
    private final Random random = new Random(7);
    private XDisplay display;
    private ProgramSession program;
    private int sequence;

    @BeforeEach
    void start() throws IOException {
        display = XDisplay.start();
        program = proxy.open(ProgramHello.newBuilder().setName("native").build(), new ProgramLink() {
            @Override
            public void send(FromScreen message) {
                told.add(message);
            }

            @Override
            public void close(String reason) {}
        });
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        display.close();
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void windowsShowWhatTheProgramDrewAndTellWhatIsDone(String manager) {
        if (!manager.isEmpty()) {
            display.run(manager);
        }
        showViewer();
        WindowState window = window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 100, 80, 300, 200)
                .setTitle("Seen by a test")
                .setFocused(true)
                .build();
        int[] first = draw(1, 300, 200);
        program.receive(ToScreen.newBuilder().setWindow(window).build());
        awaitPixels("the window", 100, 80, 300, 200, first);
        assertThat(display.output("xdotool", "search", "--name", "Seen by a test"))
                .isNotEmpty();

        int[] part = drawPart(1, 40, 30, 50, 60);
        awaitPixels("a part drawn later", 140, 110, 50, 60, part);

        display.output("xdotool", "mousemove", "130", "100", "click", "1");
        awaitTold("a click", message -> {
            PointerInput pointer = message.getPointer();
            return pointer.getButtons() == 1 && pointer.getX() == 30 && pointer.getY() == 20;
        });
        display.output("xdotool", "key", "a");
        awaitTold("a key", message -> {
            KeyInput key = message.getKey();
            return key.getPressed() && key.getKey().equals("a") && key.getWindow() == WINDOW;
        });

        int[] popup = draw(2, 60, 40);
        program.receive(ToScreen.newBuilder()
                .setWindow(window(POPUP, WindowKind.WINDOW_KIND_POPUP, 350, 250, 60, 40)
                        .setSurface(2)
                        .setOwner(WINDOW)
                        .setFocusable(false)
                        .setStacking(2))
                .build());
        awaitPixels("the popup", 350, 250, 60, 40, popup);
        program.receive(ToScreen.newBuilder()
                .setWindowClosed(WindowClosed.newBuilder().setWindow(POPUP))
                .build());
        awaitPixels("what was under the popup", 100, 80, 300, 200, null);

        int[] moved = draw(1, 320, 180);
        program.receive(ToScreen.newBuilder()
                .setWindow(window.toBuilder().setX(150).setY(120).setWidth(320).setHeight(180))
                .build());
        awaitPixels("the window moved and resized by the program", 150, 120, 320, 180, moved);
        assertThat(told)
                .noneMatch(message -> message.getWindow().hasBounds()
                        && message.getWindow().getBounds().getWidth() == 300
                        && message.getWindow().getBounds().getX() == 150);
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void thePersonsWishesReachTheProgram(String manager) {
        if (!manager.isEmpty()) {
            display.run(manager);
        }
        showViewer();
        int[] pixels = draw(1, 200, 100);
        program.receive(ToScreen.newBuilder()
                .setWindow(window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 60, 60, 200, 100)
                        .setTitle("Movable"))
                .build());
        awaitPixels("the window", 60, 60, 200, 100, pixels);
        String id = display.output("xdotool", "search", "--name", "Movable")
                .lines()
                .findFirst()
                .orElseThrow();
        display.output("xdotool", "windowmove", id, "240", "200", "windowsize", id, "260", "160");
        awaitTold(
                "new bounds",
                message -> message.getWindow().getBounds().getWidth() >= 240
                        && message.getWindow().getBounds().getX() > 200);
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void aBlockedWindowSaysNothingAndItsDialogDoes(String manager) {
        if (!manager.isEmpty()) {
            display.run(manager);
        }
        showViewer();
        int[] pixels = draw(1, 300, 300);
        program.receive(ToScreen.newBuilder()
                .setWindow(window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 60, 60, 300, 300)
                        .setBlocked(true))
                .build());
        awaitPixels("the window", 60, 60, 300, 300, pixels);
        int[] dialog = draw(3, 100, 80);
        program.receive(ToScreen.newBuilder()
                .setWindow(window(DIALOG, WindowKind.WINDOW_KIND_DIALOG, 420, 200, 100, 80)
                        .setSurface(3)
                        .setOwner(WINDOW)
                        .setTitle("Question")
                        .setFocused(true)
                        .setStacking(3))
                .build());
        awaitPixels("the dialog", 420, 200, 100, 80, dialog);
        told.clear();
        display.output("xdotool", "mousemove", "100", "100", "click", "1", "mousemove", "450", "230", "click", "1");
        awaitTold(
                "a click on the dialog",
                message -> message.getPointer().getWindow() == DIALOG
                        && message.getPointer().getButtons() == 1);
        assertThat(told).noneMatch(message -> message.getPointer().getWindow() == WINDOW);
    }

    private void showViewer() {
        Process viewer = display.run(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                NativeViewerChild.class.getName());
        FrameChannel channel = new FrameChannel(viewer.getInputStream(), unbuffered(viewer.getOutputStream()));
        Thread serving = new Thread(() -> ViewerConnection.serve(program, channel, true), "serving the viewer");
        serving.setDaemon(true);
        serving.start();
        awaitTold(
                "the screens of the display",
                message -> message.getScreens().getScreensCount() == 1
                        && message.getScreens().getScreens(0).getBounds().getWidth() == XDisplay.WIDTH);
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

    private static WindowState.Builder window(int id, WindowKind kind, int x, int y, int width, int height) {
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

    private int[] draw(int surface, int width, int height) {
        int[] pixels = noise(width * height);
        frame(
                new DefineSurface(surface, PixelFormat.RGB, width, height),
                new SetPixels(surface, 0, 0, width, height, pixels));
        return pixels;
    }

    private int[] drawPart(int surface, int x, int y, int width, int height) {
        int[] pixels = noise(width * height);
        frame(new SetPixels(surface, x, y, width, height, pixels));
        return pixels;
    }

    private int[] noise(int count) {
        return random.ints(count, 0, 1 << 24).toArray();
    }

    private void frame(DrawCommand... commands) {
        program.receive(ToScreen.newBuilder()
                .setFrame(Frame.newBuilder()
                        .setSequence(++sequence)
                        .setCommands(ByteString.copyFrom(encoder.encode(List.of(commands)))))
                .build());
    }

    private int[] lastAwaited = {};

    /** @param expected null: as awaited for the same place before, save for what was drawn since */
    private void awaitPixels(String what, int x, int y, int width, int height, int @Nullable [] expected) {
        await(what).atMost(PATIENCE).until(() -> {
            int[] seen = display.pixels(x, y, width, height);
            if (expected == null) {
                return seen[width * height - 1] == lastAwaited[width * height - 1];
            }
            return Arrays.equals(seen, expected);
        });
        if (expected != null && lastAwaited.length < expected.length) {
            lastAwaited = expected;
        }
    }

    private void awaitTold(String what, Predicate<FromScreen> wanted) {
        await(what).atMost(PATIENCE).until(() -> told.stream().anyMatch(wanted));
    }
}
