package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many bytes text takes after a connection's deflate stream, with the glyphs of a real font. */
class TextBytesTest {
    private static final int LINES = 39;
    private static final int LINE = 15;
    private static final String[] WORDS =
            ("the connection of a program to its screen was opened by node warning retry after"
                            + " seconds request handled in milliseconds cache miss for key user session expired writing")
                    .split(" ");

    private final Deflater deflater = new Deflater(6, true);
    private final CommandEncoder encoder = new CommandEncoder();
    private final Map<Character, Glyph> font = new HashMap<>();

    private record Glyph(Mask mask, int x, int y) {}

    @AfterEach
    void end() {
        deflater.end();
    }

    @Test
    void theFirstPageOfALogAndAKeyTakeFewBytes() {
        List<DrawCommand> page = new ArrayList<>();
        page.add(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 800, 600));
        page.add(new DrawCommand.Fill(1, 0, 0, 800, 600, 0xffffffff));
        int glyphs = 0;
        for (int line = 0; line < LINES; line++) {
            DrawCommand.GlyphRun run = run(text(line), 3, line * LINE);
            glyphs += run.glyphs().length;
            page.add(run);
        }
        assertThat(glyphs).isBetween(2_200, 2_600);
        assertThat(sent(page)).as("first page").isLessThan(4_000);
        int most = 0;
        for (int key = 0; key < 20; key++) {
            int x = 3 + key * 7;
            List<DrawCommand> typed = List.of(
                    new DrawCommand.Fill(1, x, 0, 8, LINE, 0xffffffff),
                    run("" + "typing some words here".charAt(key), x, 0),
                    new DrawCommand.Fill(1, x + 7, 1, 1, LINE - 1, 0xff000000));
            most = Math.max(most, sent(typed));
        }
        assertThat(most).as("a key").isLessThan(40);
    }

    private static String text(int line) {
        StringBuilder text = new StringBuilder("2024-05-17 12:" + (10 + line) + ":" + line * 37 % 60 + " ");
        for (int i = 0; text.length() < 68; i++) {
            text.append(WORDS[(line * 7 + i * 3 + i * line) % WORDS.length]).append(' ');
        }
        return text.toString();
    }

    private DrawCommand.GlyphRun run(String text, int x, int y) {
        List<Glyph> glyphs = new ArrayList<>();
        List<Integer> xs = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ') {
                glyphs.add(font.computeIfAbsent(text.charAt(i), TextBytesTest::glyph));
                xs.add(x + 7 * i);
            }
        }
        int[] atX = new int[glyphs.size()];
        int[] atY = new int[glyphs.size()];
        for (int i = 0; i < atX.length; i++) {
            atX[i] = xs.get(i) + glyphs.get(i).x;
            atY[i] = y + glyphs.get(i).y;
        }
        Mask[] masks = glyphs.stream().map(Glyph::mask).toArray(Mask[]::new);
        return new DrawCommand.GlyphRun(1, 0, 0, 800, 600, 0xff000000, null, masks, atX, atY);
    }

    /** A character's coverage, cut to what is not empty, as the JDK's glyphs are. */
    private static Glyph glyph(char c) {
        BufferedImage image = new BufferedImage(20, 24, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D g = image.createGraphics();
        g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(Color.WHITE);
        FontMetrics metrics = g.getFontMetrics();
        g.drawString("" + c, 5, metrics.getAscent());
        g.dispose();
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int left = 20;
        int top = 24;
        int right = 0;
        int bottom = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != 0) {
                left = Math.min(left, i % 20);
                right = Math.max(right, i % 20 + 1);
                top = Math.min(top, i / 20);
                bottom = Math.max(bottom, i / 20 + 1);
            }
        }
        byte[] coverage = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * 20 + left, coverage, (y - top) * (right - left), right - left);
        }
        return new Glyph(new Mask(Mask.Kind.GRAY, right - left, bottom - top, coverage), left - 5, top);
    }

    private int sent(List<DrawCommand> commands) {
        byte[] bytes = encoder.encode(commands);
        deflater.setInput(bytes);
        int size = deflater.deflate(new byte[1 << 16], 0, 1 << 16, Deflater.SYNC_FLUSH);
        return size;
    }
}
