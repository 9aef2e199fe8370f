package sun.font;

import sun.awt.FcFontManager;

/** Later JDKs than 17 ask this for the font manager; the usual one looks for fonts with an X server's help. */
final class PlatformFontInfo {
    private PlatformFontInfo() {}

    static FontManager createFontManager() {
        return new FcFontManager();
    }
}
