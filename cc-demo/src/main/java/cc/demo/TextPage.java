package cc.demo;

import java.awt.EventQueue;
import java.awt.Font;
import java.util.Locale;
import javax.swing.JFrame;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.WindowConstants;
import javax.swing.text.DefaultCaret;

/**
 * The window that benchmarks measure: a text area with 200 lines of which no two are alike, and nothing that moves by
 * itself, so that every byte sent is an answer to what the benchmark did.
 */
public final class TextPage {
    static final int LINES = 200;
    private static final int WIDTH_PX = 800;
    private static final int HEIGHT_PX = 600;
    private static final int FONT_PT = 12;
    private static final String[] WORDS = {
        "anchor",
        "barometer",
        "compass",
        "dawn",
        "ebb",
        "fathom",
        "gale",
        "harbour",
        "island",
        "jetty",
        "keel",
        "lantern",
        "mast",
        "north",
        "oar",
        "pilot",
        "quay",
        "rudder",
        "sail",
        "tide",
        "upwind",
        "voyage",
        "wave"
    };

    private TextPage() {}

    /** Opens the window; there are no options. */
    public static void main(String[] args) {
        EventQueue.invokeLater(TextPage::open);
    }

    private static void open() {
        JTextArea text = new JTextArea(text());
        text.setName("text");
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, FONT_PT));
        DefaultCaret caret = new DefaultCaret();
        caret.setBlinkRate(0);
        text.setCaret(caret);
        text.setCaretPosition(0);
        JFrame frame = new JFrame("Text page");
        frame.setName("textPage");
        frame.add(new JScrollPane(text));
        frame.setSize(WIDTH_PX, HEIGHT_PX);
        frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        frame.setVisible(true);
    }

    /** The lines: a number, and words that its arithmetic picks. */
    static String text() {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= LINES; line++) {
            text.append(String.format(Locale.ROOT, "%03d", line));
            int pick = line * 7919;
            for (int word = 0; word < 8; word++) {
                text.append(' ').append(WORDS[pick % WORDS.length]);
                pick = pick / 3 + line * (word + 11);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
