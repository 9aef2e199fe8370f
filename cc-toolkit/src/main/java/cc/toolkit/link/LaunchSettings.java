package cc.toolkit.link;

import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the person who started the program said about it, as system properties of its virtual machine.
 *
 * @param name what to call the program
 * @param announce whether to print the viewer's address
 * @param unseen whether its windows are to show nowhere at first
 * @param fixedScreens the screens that were asked for; null: what the viewer has
 */
record LaunchSettings(
        String name,
        boolean announce,
        boolean unseen,
        @Nullable ScreenLayout fixedScreens) {
    private static final String DEFAULT_NAME = "program";
    private static final int DEFAULT_WIDTH = 1440;
    private static final int DEFAULT_HEIGHT = 900;
    private static final int MAX_SIDE = 16384;
    private static final double MIN_SCALE = 0.5;
    private static final double MAX_SCALE = 4;
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})x(\\d{1,5})");

    static LaunchSettings ofThisProcess() {
        String size = System.getProperty("cc.screen.size");
        String scale = System.getProperty("cc.screen.scale");
        return new LaunchSettings(
                System.getProperty("cc.name", nameFromCommand(System.getProperty("sun.java.command", ""))),
                !"false".equals(System.getProperty("cc.announce")),
                Boolean.getBoolean("cc.unseen"),
                size == null && scale == null ? null : layout(size, scale));
    }

    /** The screens to begin with where no node answers. */
    ScreenLayout screensWithoutNode() {
        return fixedScreens != null ? fixedScreens : layout(null, null);
    }

    /** The jar's or the main class's simple name, from the launcher's own record of the command. */
    static String nameFromCommand(String command) {
        String target = command.strip().split(" ", 2)[0];
        String file = target.substring(target.lastIndexOf('/') + 1);
        String name = file.endsWith(".jar")
                ? file.substring(0, file.length() - ".jar".length())
                : file.substring(file.lastIndexOf('.') + 1);
        return name.isEmpty() ? DEFAULT_NAME : name;
    }

    private static ScreenLayout layout(@Nullable String size, @Nullable String scale) {
        int width = DEFAULT_WIDTH;
        int height = DEFAULT_HEIGHT;
        Matcher matcher = SIZE.matcher(size == null ? "" : size);
        if (matcher.matches()) {
            width = Math.min(MAX_SIDE, Integer.parseInt(matcher.group(1)));
            height = Math.min(MAX_SIDE, Integer.parseInt(matcher.group(2)));
        } else if (size != null) {
            System.err.println("cc: cc.screen.size=" + size + " is no size such as 1440x900 and is ignored");
        }
        return ScreenLayout.newBuilder()
                .addScreens(Screen.newBuilder()
                        .setBounds(Rect.newBuilder().setWidth(width).setHeight(height))
                        .setScale(scale(scale)))
                .build();
    }

    private static double scale(@Nullable String text) {
        if (text == null) {
            return 1;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= MIN_SCALE && value <= MAX_SCALE) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number out of range.
        }
        System.err.println("cc: cc.screen.scale=" + text + " is no factor from " + MIN_SCALE + " to " + MAX_SCALE
                + " and is ignored");
        return 1;
    }
}
