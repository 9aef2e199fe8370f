package cc.demo;

import java.awt.EventQueue;

/** Starts the demo program; {@link Options} has its command line. */
public final class Demo {
    private static final int EXIT_USAGE = 2;

    private Demo() {}

    /**
     * Opens the window on the event queue and returns.
     *
     * @param args see {@link Options#USAGE}
     */
    public static void main(String[] args) {
        Options options;
        try {
            options = Options.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(Options.USAGE);
            System.exit(EXIT_USAGE);
            return;
        }
        EventQueue.invokeLater(() -> open(options));
    }

    private static void open(Options options) {
        options.lookAndFeel().install();
        DemoFrame frame = new DemoFrame();
        frame.select(options.page());
        if (options.file() != null) {
            frame.openFile(options.file());
        }
        frame.setVisible(true);
    }
}
