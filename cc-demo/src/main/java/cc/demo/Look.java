package cc.demo;

import java.awt.Color;
import java.awt.Window;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.plaf.metal.MetalLookAndFeel;
import javax.swing.plaf.metal.OceanTheme;
import javax.swing.plaf.nimbus.NimbusLookAndFeel;

/** The looks and feels the program offers; both are part of every JDK. */
enum Look {
    NIMBUS("Nimbus") {
        @Override
        void set() throws UnsupportedLookAndFeelException {
            UIManager.put("control", new Color(0xF3F5F8));
            UIManager.put("nimbusBase", new Color(0x2F5D8C));
            UIManager.put("nimbusBlueGrey", new Color(0xB4BECB));
            UIManager.put("nimbusFocus", new Color(0x5B9BD5));
            UIManager.put("nimbusSelectionBackground", new Color(0x2F6FB0));
            UIManager.setLookAndFeel(new NimbusLookAndFeel());
        }
    },
    METAL("Metal") {
        @Override
        void set() throws UnsupportedLookAndFeelException {
            // What was put for Nimbus would otherwise outlive it.
            for (String key : NIMBUS_KEYS) {
                UIManager.put(key, null);
            }
            UIManager.put("swing.boldMetal", false);
            MetalLookAndFeel.setCurrentTheme(new OceanTheme());
            UIManager.setLookAndFeel(new MetalLookAndFeel());
        }
    };

    private static final String[] NIMBUS_KEYS = {
        "control", "nimbusBase", "nimbusBlueGrey", "nimbusFocus", "nimbusSelectionBackground"
    };

    private final String title;

    Look(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Makes this the look of the program, and of every window that is open. */
    void install() {
        try {
            set();
        } catch (UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(title + " is missing from this JDK", e);
        }
        for (Window window : Window.getWindows()) {
            SwingUtilities.updateComponentTreeUI(window);
        }
    }

    abstract void set() throws UnsupportedLookAndFeelException;
}
