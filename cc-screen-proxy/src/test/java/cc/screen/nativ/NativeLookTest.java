package cc.screen.nativ;

import static cc.screen.nativ.NativeStage.PATIENCE;
import static cc.screen.nativ.NativeStage.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.protocol.command.PixelFormat;
import cc.protocol.message.ClipboardText;
import cc.protocol.message.CursorKind;
import cc.protocol.message.CursorShape;
import cc.protocol.message.Image;
import cc.protocol.message.Rect;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowMode;
import cc.protocol.message.WindowState;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a native window looks like beside its pixels: outline, icon, cursor, opacity, state; and the clipboard. */
class NativeLookTest {
    private static final int WINDOW = 1;
    private static final int COVER = 2;
    private static final int POINTER_PIXELS = 24;
    private static final int RED = 0xFF0000;
    private static final int BLUE = 0x0000FF;

    private NativeStage stage;

    @BeforeEach
    void start() throws IOException {
        stage = new NativeStage();
    }

    @AfterEach
    void stop() throws IOException {
        stage.close();
    }

    @Test
    void aShapedWindowCoversOnlyItsShape() {
        stage.windowManager("openbox");
        stage.showViewer();
        showPlain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 100, 100, 200, 200, BLUE);
        stage.awaitPixel("the window below", 150, 150, BLUE);
        WindowState.Builder shaped = plain(COVER, WindowKind.WINDOW_KIND_FRAME, 100, 100, 200, 200)
                .setDecorated(false)
                .setStacking(2)
                .addShape(rect(0, 0, 100, 200))
                .addShape(rect(100, 100, 100, 100));
        stage.draw(COVER, PixelFormat.RGB, 200, 200, filled(200 * 200, RED));
        stage.show(shaped);
        stage.awaitPixel("inside of the shape", 110, 110, RED);
        stage.awaitPixel("inside of its second part", 290, 290, RED);
        stage.awaitPixel("outside of the shape", 290, 110, BLUE);

        stage.show(shaped.clone().clearShape());
        stage.awaitPixel("the whole rectangle again", 290, 110, RED);
    }

    @Test
    void aTranslucentWindowKeepsItsAlphaForTheDesktop() {
        stage.showViewer();
        int half = 0x80800000;
        stage.draw(WINDOW, PixelFormat.ARGB_PRE, 120, 80, filled(120 * 80, half));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 120, 80)
                .setTitle("Glass")
                .setDecorated(false)
                .setTranslucent(true));
        // Without a compositing manager the premultiplied colour itself is what is on the screen.
        stage.awaitPixel("the premultiplied colour", 100, 100, 0x800000);
        assertThat(stage.display().output("xwininfo", "-name", "Glass")).contains("Depth: 32");
    }

    @Test
    void windowsSayWhenTheProgramsMachineIsNotReached() throws IOException {
        stage.close();
        stage = new NativeStage("m2");
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 200, 100, filled(200 * 100, BLUE));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 200, 100).setDecorated(false));
        stage.awaitPixel("the program's picture", 51, 61, BLUE);
        stage.reached(false);
        stage.awaitPixel("a band over it", 51, 61, UnreachedBand.GROUND.getRGB() & 0xFFFFFF);
        stage.awaitPixel("the picture below the band", 51, 61 + UnreachedBand.HEIGHT, BLUE);
        stage.reached(true);
        stage.awaitPixel("the program's picture again", 51, 61, BLUE);
    }

    @Test
    void opacityIsAskedOfTheDesktop() {
        stage.windowManager("openbox");
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100)
                .setTitle("Faint")
                .setDecorated(false)
                .setOpacity(128));
        // 128/255 of 32 bits.
        await("the opacity").atMost(PATIENCE).until(() -> {
            String property = stage.display().output("xprop", "-name", "Faint", "_NET_WM_WINDOW_OPACITY");
            long value = Long.parseLong(property.replaceAll("\\D+", "").isEmpty() ? "0" : afterEquals(property));
            return Math.abs(value / (double) 0xFFFFFFFFL - 128 / 255.0) < 0.01;
        });
    }

    @Test
    void theIconIsTheDesktopsToo() {
        stage.windowManager("openbox");
        stage.showViewer();
        byte[] rgba = new byte[16 * 16 * 4];
        for (int i = 0; i < rgba.length; i += 4) {
            rgba[i] = (byte) 0xFF;
            rgba[i + 3] = (byte) 0xFF;
        }
        stage.draw(WINDOW, 100, 100);
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100)
                .setTitle("With icon")
                .setIcon(Image.newBuilder().setWidth(16).setHeight(16).setRgba(ByteString.copyFrom(rgba))));
        await("a red icon")
                .atMost(PATIENCE)
                .until(() -> stage.display()
                        .output("xprop", "-notype", "-name", "With icon", "32x", "_NET_WM_ICON")
                        .contains("ff0000"));
    }

    @Test
    void fullScreenCoversTheScreenAndComesBack() {
        stage.windowManager("openbox");
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        WindowState.Builder window = plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100);
        stage.show(window);
        stage.awaitPixel("the window", 100, 100, RED);
        stage.display().output("xdotool", "mousemove", "0", Integer.toString(XDisplay.HEIGHT - 1));

        stage.draw(
                WINDOW,
                PixelFormat.RGB,
                XDisplay.WIDTH,
                XDisplay.HEIGHT,
                filled(XDisplay.WIDTH * XDisplay.HEIGHT, BLUE));
        stage.show(window.clone()
                .setMode(WindowMode.WINDOW_MODE_FULL_SCREEN)
                .setX(0)
                .setY(0)
                .setWidth(XDisplay.WIDTH)
                .setHeight(XDisplay.HEIGHT));
        // The pointer's picture is on the screen, too, and in this test at its lower edge.
        int rows = XDisplay.HEIGHT - POINTER_PIXELS;
        stage.awaitPixels("the whole screen", 0, 0, XDisplay.WIDTH, rows, filled(XDisplay.WIDTH * rows, BLUE));

        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        stage.show(window);
        stage.awaitPixels("the window as before", 50, 60, 100, 100, filled(100 * 100, RED));
    }

    @Test
    void aProgramOfHalfTheDesktopsScaleIsNeitherBlurredNorMisplaced() {
        stage.showViewer("-Dsun.java2d.uiScale=2");
        int[] pixels = stage.draw(WINDOW, 200, 160);
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 60, 50, 200, 160));
        stage.awaitPixels("each pixel of the surface as one of the screen", 60, 50, 200, 160, pixels);
        stage.display().output("xdotool", "mousemove", "160", "90", "click", "1");
        stage.awaitTold(
                "a click in the program's coordinates",
                message -> message.getPointer().getButtons() == 1
                        && Math.abs(message.getPointer().getX() - 100) <= 1
                        && Math.abs(message.getPointer().getY() - 40) <= 1);
    }

    @Test
    void aFractionalScaleShowsEachPixelOnce() {
        stage.showViewer();
        int[] pixels = stage.draw(WINDOW, 250, 125);
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 80, 80, 200, 100).setScale(1.25));
        stage.awaitPixels("the surface", 100, 100, 250, 125, pixels);
        stage.display().output("xdotool", "mousemove", "225", "150", "click", "1");
        stage.awaitTold(
                "a click in the program's coordinates",
                message -> message.getPointer().getButtons() == 1
                        && message.getPointer().getX() == 100
                        && message.getPointer().getY() == 40);
    }

    @Test
    void cursorsOfAllKindsAreTaken() {
        stage.windowManager("openbox");
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100));
        stage.awaitPixel("the window", 100, 100, RED);
        for (CursorKind kind : CursorKind.values()) {
            if (kind != CursorKind.UNRECOGNIZED) {
                stage.say(ToScreen.newBuilder()
                        .setCursor(CursorShape.newBuilder()
                                .setWindow(WINDOW)
                                .setKind(kind)
                                .setHotX(40)
                                .setHotY(3)
                                .setImage(Image.newBuilder()
                                        .setWidth(9)
                                        .setHeight(9)
                                        .setRgba(ByteString.copyFrom(new byte[9 * 9 * 4])))));
            }
        }
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, BLUE));
        stage.awaitPixel("what came after the cursors", 100, 100, BLUE);
    }

    @Test
    void copiedTextTravelsBothWays() throws IOException {
        stage.windowManager("openbox");
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100)
                .setTitle("Copies")
                .setFocused(true));
        stage.awaitPixel("the window", 100, 100, RED);
        stage.say(ToScreen.newBuilder().setClipboard(ClipboardText.newBuilder().setText("copied in the program: åß漢")));
        await("the program's text on the desktop")
                .atMost(PATIENCE)
                .until(() -> stage.display()
                        .output("xclip", "-selection", "clipboard", "-o")
                        .equals("copied in the program: åß漢"));

        Process owner = stage.display().run("xclip", "-selection", "clipboard", "-i", "-quiet");
        try (OutputStream in = owner.getOutputStream()) {
            in.write("copied elsewhere: ñ".getBytes(StandardCharsets.UTF_8));
        }
        // The person comes back to the program: its window loses the focus and gets it again.
        stage.draw(COVER, PixelFormat.RGB, 60, 60, filled(60 * 60, BLUE));
        stage.show(plain(COVER, WindowKind.WINDOW_KIND_FRAME, 400, 300, 60, 60));
        stage.awaitPixel("another window", 430, 330, BLUE);
        stage.display()
                .output("xdotool", "mousemove", "430", "330", "click", "1", "mousemove", "100", "100", "click", "1");
        stage.awaitTold(
                "the desktop's text",
                message -> message.getClipboard().getText().equals("copied elsewhere: ñ"));
    }

    @Test
    void aClosedOwnerTakesItsDialogsAlong() {
        stage.showViewer();
        stage.draw(WINDOW, PixelFormat.RGB, 100, 100, filled(100 * 100, RED));
        stage.draw(COVER, PixelFormat.RGB, 50, 50, filled(50 * 50, BLUE));
        stage.show(plain(WINDOW, WindowKind.WINDOW_KIND_FRAME, 50, 60, 100, 100));
        stage.show(plain(COVER, WindowKind.WINDOW_KIND_DIALOG, 300, 300, 50, 50).setOwner(WINDOW));
        stage.awaitPixel("the dialog", 320, 320, BLUE);
        stage.say(
                ToScreen.newBuilder().setWindowClosed(WindowClosed.newBuilder().setWindow(COVER)));
        stage.say(
                ToScreen.newBuilder().setWindowClosed(WindowClosed.newBuilder().setWindow(WINDOW)));
        stage.awaitPixel("nothing where the dialog was", 320, 320, 0);
        stage.awaitPixel("nothing where its owner was", 100, 100, 0);
    }

    private void showPlain(int id, WindowKind kind, int x, int y, int width, int height, int rgb) {
        stage.draw(id, PixelFormat.RGB, width, height, filled(width * height, rgb));
        stage.show(plain(id, kind, x, y, width, height));
    }

    private static WindowState.Builder plain(int id, WindowKind kind, int x, int y, int width, int height) {
        return window(id, kind, x, y, width, height);
    }

    private static String afterEquals(String property) {
        return property.substring(property.indexOf('=') + 1).trim();
    }

    private static Rect rect(int x, int y, int width, int height) {
        return Rect.newBuilder()
                .setX(x)
                .setY(y)
                .setWidth(width)
                .setHeight(height)
                .build();
    }

    private static int[] filled(int count, int pixel) {
        int[] pixels = new int[count];
        Arrays.fill(pixels, pixel);
        return pixels;
    }
}
