package cc.toolkit.widget;

import java.awt.Dimension;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.JScrollPane;
import javax.swing.JViewport;
import javax.swing.plaf.basic.BasicScrollPaneUI;

/** A scroll pane with a thin line around it and the scroll bars of {@link FlatScrollBarUI}. */
final class FlatScrollPane extends JScrollPane {
    FlatScrollPane(JComponent content, int vertical, int horizontal) {
        super(content, vertical, horizontal);
        setBorder(BorderFactory.createLineBorder(WidgetColors.LINE));
        getViewport().setOpaque(true);
        // The other modes copy pixels within the window, which this pane does not stand in.
        getViewport().setScrollMode(JViewport.SIMPLE_SCROLL_MODE);
        getViewport().setBackground(WidgetColors.FIELD);
    }

    @Override
    public void updateUI() {
        setUI(new BasicScrollPaneUI());
    }

    @Override
    public JScrollBar createVerticalScrollBar() {
        return new Bar(JScrollBar.VERTICAL);
    }

    @Override
    public JScrollBar createHorizontalScrollBar() {
        return new Bar(JScrollBar.HORIZONTAL);
    }

    /** The size that shows this much of the content, with the bars that are always there. */
    Dimension sizeFor(int width, int height) {
        boolean vertical = getVerticalScrollBarPolicy() != VERTICAL_SCROLLBAR_NEVER;
        boolean horizontal = getHorizontalScrollBarPolicy() != HORIZONTAL_SCROLLBAR_NEVER;
        return new Dimension(
                width + 2 + (vertical ? FlatScrollBarUI.WIDTH_PX : 0),
                height + 2 + (horizontal ? FlatScrollBarUI.WIDTH_PX : 0));
    }

    private final class Bar extends ScrollBar {
        Bar(int orientation) {
            super(orientation);
        }

        @Override
        public void updateUI() {
            setUI(new FlatScrollBarUI());
        }
    }
}
