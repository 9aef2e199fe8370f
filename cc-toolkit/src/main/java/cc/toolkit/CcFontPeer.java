package cc.toolkit;

import org.jspecify.annotations.Nullable;
import sun.awt.CharsetString;
import sun.awt.PlatformFont;

/**
 * What the JDK asks when text is printed: how a string is to be written in the fonts of a PostScript printer. The answer
 * is that it cannot be, so that it is printed as outlines of the very glyphs that the screen has.
 */
final class CcFontPeer extends PlatformFont {
    /** What the JDK shows on X11 for a character that no font has. */
    private static final char MISSING_GLYPH = '\u2751';

    CcFontPeer(String name, int style) {
        super(name, style);
    }

    @Override
    protected char getMissingGlyphCharacter() {
        return MISSING_GLYPH;
    }

    /** @param allowDefault whether characters that cannot be converted may be replaced; printing does not want that */
    @Override
    public CharsetString @Nullable [] makeMultiCharsetString(
            char[] text, int offset, int length, boolean allowDefault) {
        return allowDefault ? super.makeMultiCharsetString(text, offset, length, true) : null;
    }
}
