package cc.demo;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import javax.swing.JComponent;
import javax.swing.JTextArea;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;

/** The numbers left of a text's lines; a wrapped line has one number. */
final class LineNumbers extends JComponent {
    private static final int PADDING_PX = 8;
    private static final Color BACKGROUND = new Color(0xEDF1F5);
    private static final Color INK = new Color(0x8593A1);

    private final JTextArea text;

    LineNumbers(JTextArea text) {
        this.text = text;
        setFont(text.getFont());
        text.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                update();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                update();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {}
        });
        text.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent event) {
                update();
            }
        });
    }

    @Override
    public Dimension getPreferredSize() {
        int digits = Math.max(3, Integer.toString(text.getLineCount()).length());
        FontMetrics metrics = getFontMetrics(getFont());
        return new Dimension(metrics.charWidth('0') * digits + 2 * PADDING_PX, text.getPreferredSize().height);
    }

    private void update() {
        revalidate();
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        Rectangle clip = g.getClipBounds();
        g.setColor(BACKGROUND);
        g.fill(clip);
        g.setColor(INK);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        FontMetrics metrics = g.getFontMetrics();
        try {
            int line = text.getLineOfOffset(text.viewToModel2D(new Point(0, clip.y)));
            for (; line < text.getLineCount(); line++) {
                Rectangle at = text.modelToView2D(text.getLineStartOffset(line)).getBounds();
                if (at.y > clip.y + clip.height) {
                    break;
                }
                String number = Integer.toString(line + 1);
                g.drawString(number, getWidth() - PADDING_PX - metrics.stringWidth(number), at.y + metrics.getAscent());
            }
        } catch (BadLocationException e) {
            throw new IllegalStateException("a line outside of its text", e);
        }
    }
}
