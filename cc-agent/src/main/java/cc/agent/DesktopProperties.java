package cc.agent;

/** Properties that the JDK's desktop classes read once, when they are initialised. */
final class DesktopProperties {
    private DesktopProperties() {}

    static void set() {
        // JDK 17 picks its font manager by this name; later ones are hooked.
        System.setProperty("sun.font.fontmanager", "sun.awt.FcFontManager");
        // The recorded frame is the double buffer: Swing paints straight to the window, so that the
        // recorder sees its commands and not finished pixels.
        setDefault("awt.nativeDoubleBuffering", "true");
    }

    private static void setDefault(String name, String value) {
        if (System.getProperty(name) == null) {
            System.setProperty(name, value);
        }
    }
}
