package cc.screen.nativ;

import static cc.screen.nativ.NativeStage.window;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real X server, real windows: what the program drew is what is on the screen, and what is done there comes back. */
class NativeViewerTest {
    private static final int WINDOW = 1;
    private static final int POPUP = 2;
    private static final int DIALOG = 3;

    private NativeStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new NativeStage();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void windowsShowWhatTheProgramDrewAndTellWhatIsDone(String manager) {
        stage.windowManager(manager);
        stage.showViewer();
        WindowState window = window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 100, 80, 300, 200)
                .setTitle("Seen by a test")
                .setFocused(true)
                .build();
        int[] first = stage.draw(1, 300, 200);
        stage.say(ToScreen.newBuilder().setWindow(window));
        stage.awaitPixels("the window", 100, 80, 300, 200, first);
        assertThat(stage.display().output("xdotool", "search", "--name", "Seen by a test"))
                .isNotEmpty();

        int[] part = stage.drawPart(1, 40, 30, 50, 60);
        stage.awaitPixels("a part drawn later", 140, 110, 50, 60, part);

        stage.display().output("xdotool", "mousemove", "130", "100", "click", "1");
        stage.awaitTold("a click", message -> {
            PointerInput pointer = message.getPointer();
            return pointer.getButtons() == 1 && pointer.getX() == 30 && pointer.getY() == 20;
        });
        stage.display().output("xdotool", "key", "a");
        stage.awaitTold("a key", message -> {
            KeyInput key = message.getKey();
            return key.getPressed() && key.getKey().equals("a") && key.getWindow() == WINDOW;
        });

        int[] popup = stage.draw(2, 60, 40);
        stage.say(ToScreen.newBuilder()
                .setWindow(window(POPUP, WindowKind.WINDOW_KIND_POPUP, 350, 250, 60, 40)
                        .setSurface(2)
                        .setOwner(WINDOW)
                        .setFocusable(false)
                        .setStacking(2)));
        stage.awaitPixels("the popup", 350, 250, 60, 40, popup);
        stage.say(
                ToScreen.newBuilder().setWindowClosed(WindowClosed.newBuilder().setWindow(POPUP)));
        stage.awaitPixel("what was under the popup", 399, 279, first[first.length - 1]);

        int[] moved = stage.draw(1, 320, 180);
        stage.say(ToScreen.newBuilder()
                .setWindow(window.toBuilder().setX(150).setY(120).setWidth(320).setHeight(180)));
        stage.awaitPixels("the window moved and resized by the program", 150, 120, 320, 180, moved);
        assertThat(stage.told())
                .noneMatch(message -> message.getWindow().hasBounds()
                        && message.getWindow().getBounds().getWidth() == 300
                        && message.getWindow().getBounds().getX() == 150);
    }

    @Test
    void aWindowInTheScreensCornerKeepsItsTitleBarAndTheProgramHearsOfIt() {
        stage.windowManager("openbox");
        stage.showViewer();
        int[] pixels = stage.draw(1, 200, 100);
        stage.say(ToScreen.newBuilder()
                .setWindow(window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 0, 0, 200, 100)
                        .setTitle("Cornered")));
        stage.awaitTold(
                "a place below the title bar",
                message -> message.getWindow().hasBounds()
                        && message.getWindow().getBounds().getY() > 0
                        && message.getWindow().getBounds().getWidth() == 200);
        WindowRequest asked = stage.told().stream()
                .map(FromScreen::getWindow)
                .filter(request -> request.hasBounds() && request.getBounds().getY() > 0)
                .reduce((first, last) -> last)
                .orElseThrow();
        stage.awaitPixels(
                "the contents below it",
                asked.getBounds().getX(),
                asked.getBounds().getY(),
                200,
                100,
                pixels);
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void thePersonsWishesReachTheProgram(String manager) {
        stage.windowManager(manager);
        stage.showViewer();
        int[] pixels = stage.draw(1, 200, 100);
        stage.say(ToScreen.newBuilder()
                .setWindow(window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 60, 60, 200, 100)
                        .setTitle("Movable")));
        stage.awaitPixels("the window", 60, 60, 200, 100, pixels);
        String id = stage.display()
                .output("xdotool", "search", "--name", "Movable")
                .lines()
                .findFirst()
                .orElseThrow();
        stage.display().output("xdotool", "windowmove", id, "240", "200", "windowsize", id, "260", "160");
        stage.awaitTold(
                "new bounds",
                message -> message.getWindow().getBounds().getWidth() >= 240
                        && message.getWindow().getBounds().getX() > 200);
    }

    @ParameterizedTest(name = "window manager: {0}")
    @ValueSource(strings = {"", "openbox"})
    void aBlockedWindowSaysNothingAndItsDialogDoes(String manager) {
        stage.windowManager(manager);
        stage.showViewer();
        int[] pixels = stage.draw(1, 300, 300);
        stage.say(ToScreen.newBuilder()
                .setWindow(window(WINDOW, WindowKind.WINDOW_KIND_FRAME, 60, 60, 300, 300)
                        .setBlocked(true)));
        stage.awaitPixels("the window", 60, 60, 300, 300, pixels);
        int[] dialog = stage.draw(3, 100, 80);
        stage.say(ToScreen.newBuilder()
                .setWindow(window(DIALOG, WindowKind.WINDOW_KIND_DIALOG, 420, 200, 100, 80)
                        .setSurface(3)
                        .setOwner(WINDOW)
                        .setTitle("Question")
                        .setFocused(true)
                        .setStacking(3)));
        stage.awaitPixels("the dialog", 420, 200, 100, 80, dialog);
        stage.told().clear();
        stage.display()
                .output("xdotool", "mousemove", "100", "100", "click", "1", "mousemove", "450", "230", "click", "1");
        stage.awaitTold(
                "a click on the dialog",
                message -> message.getPointer().getWindow() == DIALOG
                        && message.getPointer().getButtons() == 1);
        assertThat(stage.told()).noneMatch(message -> message.getPointer().getWindow() == WINDOW);
    }
}
