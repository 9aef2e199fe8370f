package cc.toolkit.surface;

import static cc.toolkit.TestDesk.onEventThread;
import static cc.toolkit.TestDesk.settle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.ToScreen;
import cc.protocol.raster.Replica;
import cc.toolkit.TestDesk;
import java.awt.BorderLayout;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javax.swing.JFrame;
import javax.swing.JPanel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What those who look see of programs that keep the event thread for long. */
@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class LongPaintDesktopTest {
    private final TestDesk desk = TestDesk.get();
    private final PaintWatch watch = new PaintWatch();
    private final List<Boolean> worthWaiting = new ArrayList<>();

    @AfterEach
    void clear() throws Exception {
        desk.clear();
    }

    /** As somebody else than the event thread sees it. */
    private void look() {
        worthWaiting.add(CompletableFuture.supplyAsync(watch::isWorthWaiting).join());
    }

    private boolean isShown(Window window, Color color) {
        Replica replica = new Replica();
        CommandDecoder decoder = new CommandDecoder();
        for (ToScreen message : desk.heard()) {
            if (message.hasFrame()) {
                try {
                    decoder.decode(message.getFrame().getCommands().toByteArray(), replica::apply);
                } catch (ProtocolException e) {
                    throw new AssertionError(e);
                }
            }
        }
        int surface = desk.state(window).getSurface();
        int middle = replica.height(surface) / 2 * replica.width(surface) + replica.width(surface) / 2;
        return replica.pixels(surface)[middle] == color.getRGB();
    }

    private void untilShown(Window window, Color color) {
        await().until(() -> isShown(window, color));
    }

    private static <W extends Window> W show(Supplier<W> maker) throws Exception {
        W window = onEventThread(() -> {
            W made = maker.get();
            made.setBounds(10, 10, 200, 150);
            made.setVisible(true);
            return made;
        });
        settle();
        return window;
    }

    private static void fill(Graphics g, Color color) {
        g.setColor(color);
        g.fillRect(0, 0, 1000, 1000);
    }

    @Test
    void paintsOfSwingAreWaitedForAndListenersAreNot() throws Exception {
        JPanel panel = new JPanel() {
            @Override
            protected void paintComponent(Graphics g) {
                look();
            }
        };
        JFrame frame = show(() -> {
            JFrame made = new JFrame();
            made.add(panel);
            return made;
        });
        worthWaiting.clear();

        EventQueue.invokeAndWait(() -> {
            look();
            panel.paintImmediately(0, 0, 10, 10);
            look();
            panel.repaint();
        });
        settle();

        assertThat(frame.isShowing()).isTrue();
        assertThat(worthWaiting).containsExactly(false, true, false, true);
    }

    @Test
    void paintsOfAwtAreWaitedFor() throws Exception {
        show(() -> canvasIn(g -> look()));
        assertThat(worthWaiting).isNotEmpty().doesNotContain(false);
    }

    private interface Painting {
        void paint(Graphics g);
    }

    private static Frame canvasIn(Painting painting) {
        Frame frame = new Frame();
        @SuppressWarnings("serial")
        Canvas canvas = new Canvas() {
            @Override
            public void paint(Graphics g) {
                painting.paint(g);
            }
        };
        frame.add(canvas, BorderLayout.CENTER);
        return frame;
    }

    @Test
    void aListenerThatPaintsItsProgressIsSeenWhileItRuns() throws Exception {
        JPanel panel = new JPanel();
        JFrame frame = show(() -> {
            JFrame made = new JFrame();
            made.add(panel);
            return made;
        });
        EventQueue.invokeAndWait(() -> {
            for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
                panel.setBackground(color);
                panel.paintImmediately(0, 0, panel.getWidth(), panel.getHeight());
                untilShown(frame, color);
            }
        });
    }

    @Test
    void drawingByAnotherThreadIsSeenWhileTheEventThreadIsBusy() throws Exception {
        Frame frame = show(Frame::new);
        CountDownLatch seen = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            try {
                seen.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
            Graphics g = frame.getGraphics();
            fill(g, color);
            g.dispose();
            untilShown(frame, color);
        }
        seen.countDown();
    }

    @Test
    void aPaintThatDoesNotEndIsSeenAllTheSame() throws Exception {
        Frame[] shown = new Frame[1];
        boolean[] looping = new boolean[1];
        shown[0] = show(() -> canvasIn(g -> {
            if (looping[0]) {
                for (Color color : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
                    fill(g, color);
                    untilShown(shown[0], color);
                }
            }
        }));
        EventQueue.invokeAndWait(() -> {
            looping[0] = true;
            shown[0].getComponent(0).repaint();
        });
        settle();
        assertThat(isShown(shown[0], Color.BLUE)).isTrue();
    }
}
