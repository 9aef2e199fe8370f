package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.protocol.command.DrawCommand;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FrameRecorderTest {
    private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 13);
    private static final int LINE_HEIGHT = 18;

    private final TestScreen screen = new TestScreen(TestScreen.manualRecorder());
    private final WindowSurface window = screen.window(400, 200, 1, false);
    private final Graphics2D graphics = window.createGraphics(Color.BLACK, Color.WHITE, FONT);

    /** As a text component paints a line: background, text, caret. */
    private void paintLine(int row, String text) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, row * LINE_HEIGHT, 400, LINE_HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, 4, row * LINE_HEIGHT + 14);
    }

    private void assertExact() {
        assertThat(screen.difference(window.surface())).isNull();
    }

    @Test
    void anUnchangedRepaintSendsNothing() {
        paintLine(0, "unchanged");
        screen.flush();
        int frames = screen.frames;

        paintLine(0, "unchanged");

        assertThat(screen.flush()).isZero();
        assertThat(screen.frames).isEqualTo(frames);
    }

    /** As looks and feels cache parts of a component for one paint. */
    private Image drawnImage() {
        Image image = screen.recorder.createVolatileImage(null, screen.configuration(1), 40, 20, Transparency.OPAQUE);
        Graphics2D g = (Graphics2D) image.getGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.WHITE, 40, 20, Color.BLUE));
        g.fillRect(0, 0, 40, 20);
        g.dispose();
        return image;
    }

    @Test
    void anUnchangedRepaintThroughANewImageSendsNothing() {
        graphics.drawImage(drawnImage(), 10, 10, null);
        screen.flush();

        graphics.drawImage(drawnImage(), 10, 10, null);

        assertThat(screen.flush()).isZero();
    }

    @Test
    void anImageThatWasNotWorthTellingCanBeDrawnLater() {
        graphics.drawImage(drawnImage(), 10, 10, null);
        screen.flush();
        Image image = drawnImage();
        for (int x = 10; x < 90; x += 40) {
            graphics.drawImage(image, 10, 10, null);
            screen.flush();
            graphics.drawImage(image, x, 60, null);
            screen.flush();
            assertExact();
        }
    }

    @Test
    void anImageThatIsSeenThroughAnotherOneIsTold() {
        Image inner = drawnImage();
        Image outer = screen.recorder.createVolatileImage(null, screen.configuration(1), 100, 50, Transparency.OPAQUE);
        outer.getGraphics().drawImage(inner, 5, 5, null);
        graphics.drawImage(outer, 10, 10, null);
        screen.flush();
        assertThat(screen.commands)
                .filteredOn(DrawCommand.DefineSurface.class::isInstance)
                .hasSize(3);
        assertExact();
    }

    @Test
    void aTypedCharacterIsAllThatIsSentOfItsLine() {
        paintLine(0, "a long line that somebody is typin");
        screen.flush();

        paintLine(0, "a long line that somebody is typing");

        assertThat(screen.flush()).isLessThanOrEqualTo(30);
        assertThat(screen.commands)
                .filteredOn(DrawCommand.GlyphRun.class::isInstance)
                .singleElement()
                .satisfies(
                        run -> assertThat(((DrawCommand.GlyphRun) run).glyphs()).hasSize(1));
        assertExact();
    }

    @Test
    void aBlinkingCaretIsOneFill() {
        paintLine(0, "caret");
        screen.flush();
        graphics.fillRect(60, 2, 1, 15);
        screen.flush();
        assertThat(screen.commands).hasSize(1);

        paintLine(0, "caret");
        screen.flush();

        assertThat(screen.commands).singleElement().isInstanceOf(DrawCommand.Fill.class);
        assertExact();
    }

    @Test
    void scrollingIsACopyAndTheNewLine() {
        for (int row = 0; row < 10; row++) {
            paintLine(row, "line " + row);
        }
        screen.flush();

        graphics.copyArea(0, LINE_HEIGHT, 400, 9 * LINE_HEIGHT, 0, -LINE_HEIGHT);
        paintLine(9, "line 10");

        assertThat(screen.flush()).isLessThan(60);
        assertThat(screen.commands)
                .filteredOn(DrawCommand.CopyArea.class::isInstance)
                .hasSize(1);
        assertThat(screen.commands).noneMatch(DrawCommand.SetPixels.class::isInstance);
        assertExact();
    }

    @Test
    void whatIsPaintedOverIsNotSent() {
        paintLine(0, "this will not be seen");
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(0, 0, 400, 200);

        screen.flush();

        assertThat(screen.commands)
                .filteredOn(c -> !(c instanceof DrawCommand.DefineSurface))
                .hasSize(1);
        assertExact();
    }

    @Test
    void whatOnlyTheShadowKnowsDoesNotMakePixelsOfTextAroundIt() {
        graphics.setPaint(new GradientPaint(0, 100, Color.RED, 0, 140, Color.BLUE));
        graphics.fillRect(150, 100, 40, 40);
        for (int row = 0; row < 5; row++) {
            paintLine(row, "some text");
        }

        screen.flush();

        assertThat(screen.commands).anyMatch(DrawCommand.GlyphRun.class::isInstance);
        assertThat(screen.commands)
                .filteredOn(DrawCommand.SetPixels.class::isInstance)
                .allSatisfy(pixels ->
                        assertThat(((DrawCommand.SetPixels) pixels).width()).isEqualTo(40));
        assertExact();
    }

    @Test
    void antialiasedShapesOfOneColourAreMasksAndRectanglesAmongThemFills() {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (Color color : List.of(Color.RED, new Color(0x800000ff, true))) {
            graphics.setColor(color);
            graphics.fillRect(0, 0, 400, 200);
            graphics.setColor(color.darker());
            graphics.fillOval(20, 20, 100, 60);
            screen.flush();
            assertThat(screen.commands).noneMatch(DrawCommand.SetPixels.class::isInstance);
            assertThat(screen.commands).anyMatch(DrawCommand.FillMask.class::isInstance);
            assertExact();
        }
    }

    /** As looks paint a button. */
    private void paintButton(Image background, int y, Color border) {
        graphics.drawImage(background, 10, y, 300, 24, null);
        graphics.setColor(border);
        graphics.drawRect(10, y, 299, 23);
        graphics.drawString("a button", 40, y + 16);
    }

    @Test
    void uprightGradientsAreImagesSentOnceAndWhatIsDrawnOnThemStaysCommands() {
        BufferedImage background = new BufferedImage(8, 24, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = background.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.WHITE, 0, 24, Color.BLUE));
        g.fillRect(0, 0, 8, 24);
        paintButton(background, 10, Color.BLACK);
        screen.flush();
        assertThat(screen.commands).noneMatch(DrawCommand.SetPixels.class::isInstance);
        assertThat(screen.commands).anyMatch(DrawCommand.GlyphRun.class::isInstance);
        assertExact();

        paintButton(background, 50, Color.BLACK);
        assertThat(screen.flush()).isLessThan(120);
        assertExact();

        graphics.setPaint(new GradientPaint(0, 0, Color.RED, 400, 0, Color.GREEN));
        graphics.fillRect(0, 100, 400, 80);
        screen.flush();
        assertThat(screen.commands).noneMatch(DrawCommand.SetPixels.class::isInstance);
        assertExact();
    }

    @Test
    void aSlowReceiverGetsTheNewestStateAndNoQueue() {
        screen.flush();
        screen.acknowledges = false;
        int before = screen.frames;
        for (int i = 0; i < 50; i++) {
            paintLine(i % 10, "frame " + i);
            screen.flush();
        }
        assertThat(screen.frames - before).isEqualTo(FrameRecorder.MAX_FRAMES_IN_FLIGHT);

        screen.recorder.acknowledged(screen.lastSequence);
        screen.flush();

        assertThat(screen.frames - before).isEqualTo(FrameRecorder.MAX_FRAMES_IN_FLIGHT + 1);
        assertExact();
    }

    @Test
    void anAcknowledgementOfWhatWasNeverSentCountsForNothing() {
        screen.acknowledges = false;
        screen.recorder.acknowledged(1000);
        for (int i = 0; i < 10; i++) {
            paintLine(i, "frame " + i);
            screen.flush();
        }
        assertThat(screen.frames).isEqualTo(FrameRecorder.MAX_FRAMES_IN_FLIGHT);
    }

    @Test
    void aNewConnectionGetsEverythingAndTheOldOneNothing() {
        paintLine(3, "before");
        Image image =
                screen.recorder.createVolatileImage(null, screen.configuration(1), 30, 30, Transparency.TRANSLUCENT);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();
        int frames = screen.frames;

        TestScreen other = new TestScreen(screen.recorder);
        graphics.drawImage(image, 40, 0, null);
        other.flush();

        assertThat(other.difference(window.surface())).isNull();
        assertThat(screen.frames).isEqualTo(frames);
    }

    private List<Image> doubleBuffers() {
        GraphicsConfiguration configuration = screen.configuration(1);
        return List.of(
                screen.recorder.createImage(null, 400, 200),
                configuration.createCompatibleImage(400, 200),
                configuration.createCompatibleImage(400, 200, Transparency.OPAQUE),
                configuration.createCompatibleImage(400, 200, Transparency.TRANSLUCENT),
                configuration.createCompatibleVolatileImage(400, 200));
    }

    @Test
    void aDoubleBufferedProgramSendsCommandsNotPixels() {
        for (Image buffer : doubleBuffers()) {
            Graphics2D back = (Graphics2D) buffer.getGraphics();
            back.setFont(FONT);
            for (int i = 0; i < 3; i++) {
                back.setColor(Color.WHITE);
                back.fillRect(0, 0, 400, 200);
                back.setColor(Color.BLACK);
                back.drawString("all of it painted again " + i, 10, 50);
                graphics.drawImage(buffer, 0, 0, null);
                screen.flush();
                assertExact();
            }
            assertThat(screen.commands).noneMatch(DrawCommand.SetPixels.class::isInstance);
            assertThat(screen.commands)
                    .filteredOn(DrawCommand.DrawSurface.class::isInstance)
                    .hasSize(1);
        }
    }

    @Test
    void graphicsOfAnImageAreOfAnUnscaledConfigurationWhoseImagesAreRecordedToo() {
        BufferedImage image = screen.configuration(1.5).createCompatibleImage(40, 20);
        GraphicsConfiguration configuration = image.createGraphics().getDeviceConfiguration();
        assertThat(configuration.getDefaultTransform().isIdentity()).isTrue();
        assertThat(configuration.createCompatibleImage(1, 1)).isInstanceOf(RecordedImage.class);
    }

    @Test
    void anImageWhoseRasterIsTakenGoesOnAsAnOrdinaryOne() {
        BufferedImage image = screen.configuration(1).createCompatibleImage(100, 100);
        Graphics2D before = image.createGraphics();
        before.fillRect(10, 10, 50, 50);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();
        int id = ((RecordedImage) image).surface().id();
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();

        pixels[0] = 0x123456;
        before.setColor(Color.RED);
        before.fillRect(20, 20, 30, 30);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();

        assertThat(pixels[25 * 100 + 25] & 0xffffff).isEqualTo(0xff0000);
        assertThat(screen.commands).noneMatch(DrawCommand.DrawSurface.class::isInstance);
        assertExact();
        await().until(() -> {
            System.gc();
            screen.flush();
            return !screen.replica.has(id);
        });
    }

    @Test
    void anImageThatIsStoredIntoInPartsOnlySendsThese() {
        BufferedImage image = screen.configuration(1).createCompatibleImage(100, 100);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, Color.WHITE, 100, 100, Color.BLUE));
        g.fillRect(0, 0, 100, 100);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();
        for (int i = 0; i < 3; i++) {
            image.setRGB(50, 50 + i, i);
            graphics.drawImage(image, 0, 0, null);
            assertThat(screen.flush()).isLessThan(40);
            assertExact();
        }
    }

    @Test
    void anImageThatNobodyDrawsFromKeepsLittleOfWhatIsPaintedOnIt() {
        BufferedImage image = screen.configuration(1).createCompatibleImage(16, 16);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        for (int i = 0; i < 10_000; i++) {
            g.setColor(new Color(i));
            g.fillOval(0, 0, 5 + i % 11, 15);
            assertThat(((RecordedImage) image).surface().pendingOps()).isLessThan(200);
        }
        g.fillRect(0, 0, 16, 16);
        assertThat(((RecordedImage) image).surface().pendingOps()).isEqualTo(1);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();
        assertExact();
    }

    @Test
    void anImageIsSentOnceWhereverItIsDrawn() {
        BufferedImage icon = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 32 * 32; i++) {
            icon.setRGB(i % 32, i / 32, i * 0x12345671);
        }
        graphics.drawImage(icon, 0, 0, null);
        assertThat(screen.flush()).isGreaterThan(1000);

        graphics.drawImage(icon, 100, 100, null);

        assertThat(screen.flush()).isLessThan(30);
        assertExact();
    }

    @Test
    void imagesThatAreTooLargeToTellOfAreDrawnAsPixels() {
        Image wide = screen.recorder.createImage(null, 20_000, 2);
        BufferedImage wider = new BufferedImage(1_200_000, 1, BufferedImage.TYPE_INT_RGB);
        wider.setRGB(5, 0, 0x123456);
        graphics.drawImage(wide, 0, 0, null);
        graphics.drawImage(wider, 0, 10, null);

        screen.flush();

        assertThat(screen.commands).noneMatch(DrawCommand.DrawSurface.class::isInstance);
        assertExact();
    }

    @Test
    void anImageThatChangesSendsWhatItChanges() {
        BufferedImage video = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 100 * 100; i++) {
            video.setRGB(i % 100, i / 100, random.nextInt());
        }
        graphics.drawImage(video, 0, 0, null);
        screen.flush();
        for (int i = 0; i < 3; i++) {
            video.setRGB(50, 50 + i, i);
            graphics.drawImage(video, 0, 0, null);
            assertThat(screen.flush()).isLessThan(30);
            assertExact();
        }
    }

    @Test
    void surfacesOfWindowsAndImagesThatAreGoneAreDropped() {
        Image image = screen.recorder.createImage(null, 40, 20);
        ((Graphics2D) image.getGraphics()).drawImage(drawnImage(), 0, 0, null);
        graphics.drawImage(image, 0, 0, null);
        screen.flush();
        int id = ((RecordedImage) image).surface().id();
        assertThat(screen.replica.has(id)).isTrue();
        image = null;
        await().until(() -> {
            System.gc();
            screen.flush();
            return !screen.replica.has(id);
        });

        window.dispose();
        paintLine(0, "nobody sees this");
        screen.flush();

        assertThat(screen.replica.surfaces()).isEmpty();
    }

    @Test
    void graphicsFollowToTheResizedSurface() {
        paintLine(0, "content stays");
        screen.flush();
        window.resize(screen.configuration(1), 500, 150, 1);
        graphics.setClip(null);
        graphics.setColor(Color.GREEN);
        graphics.fillRect(390, 0, 110, 150);

        screen.flush();

        assertThat(window.readPixels(new Rectangle(499, 149, 1, 1))).containsExactly(0xff00ff00);
        assertExact();
    }

    @Test
    void aPaintThatFailsLeavesTheSurfaceExact() {
        graphics.setPaint(new FailingPaint());
        assertThatThrownBy(() -> graphics.fillRect(10, 10, 100, 100)).hasMessage("the program's own fault");
        paintLine(0, "afterwards");
        screen.flush();
        assertExact();
    }

    @Test
    void severalThreadsMayDrawWhileFramesAreTaken() throws InterruptedException {
        List<Thread> painters = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int seed = i;
            painters.add(new Thread(() -> {
                RandomDrawing drawing = new RandomDrawing(new Random(seed), 400, 200);
                Graphics2D own = window.createGraphics(Color.BLACK, Color.WHITE, FONT);
                for (int step = 0; step < 400; step++) {
                    if (step % 3 == 0) {
                        drawing.changeState(own);
                    }
                    drawing.draw(own, List.of());
                }
            }));
        }
        painters.forEach(Thread::start);
        while (painters.stream().anyMatch(Thread::isAlive)) {
            screen.flush();
        }
        for (Thread painter : painters) {
            painter.join();
        }
        screen.flush();
        assertExact();
    }

    private static final class FailingPaint implements java.awt.Paint {
        @Override
        public @Nullable PaintContext createContext(
                ColorModel model, Rectangle device, Rectangle2D user, AffineTransform form, RenderingHints hints) {
            throw new IllegalStateException("the program's own fault");
        }

        @Override
        public int getTransparency() {
            return OPAQUE;
        }
    }
}
