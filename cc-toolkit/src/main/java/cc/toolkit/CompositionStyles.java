package cc.toolkit;

import java.awt.font.TextAttribute;
import java.awt.im.InputMethodHighlight;
import java.util.Map;

/** How text looks that is being composed: underlined, and what is being converted more so. */
final class CompositionStyles {
    private CompositionStyles() {}

    static Map<TextAttribute, ?> of(InputMethodHighlight highlight) {
        if (highlight.isSelected()) {
            return Map.of(TextAttribute.SWAP_COLORS, TextAttribute.SWAP_COLORS_ON);
        }
        return Map.of(
                TextAttribute.INPUT_METHOD_UNDERLINE,
                highlight.getState() == InputMethodHighlight.RAW_TEXT
                        ? TextAttribute.UNDERLINE_LOW_DOTTED
                        : TextAttribute.UNDERLINE_LOW_ONE_PIXEL);
    }
}
