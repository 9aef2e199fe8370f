package cc.node.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether programs can show as windows of this machine's desktop; browsers need none. */
final class DesktopCheck {
    private static final String TOPIC = "desktop";
    private static final Path LOCAL_DISPLAYS = Path.of("/tmp/.X11-unix");

    private DesktopCheck() {}

    static Finding look() {
        return look(System.getenv(), LOCAL_DISPLAYS, Path.of(System.getProperty("java.home")));
    }

    static Finding look(Map<String, String> environment, Path localDisplays, Path javaHome) {
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isEmpty()) {
            return Finding.note(TOPIC, "none here (DISPLAY is not set): programs show in browsers, not in windows");
        }
        if (display.startsWith(":")
                && !Files.exists(
                        localDisplays.resolve("X" + display.substring(1).replaceFirst("\\..*", "")))) {
            return Finding.note(
                    TOPIC, "DISPLAY is " + display + ", but no X server is there: set it right for windows");
        }
        if (!Files.exists(javaHome.resolve("lib/libawt_xawt.so"))) {
            return Finding.note(
                    TOPIC, "this Java has no windows: apt install openjdk-17-jre (not -headless) for --screen native");
        }
        return Finding.ok(TOPIC, display);
    }
}
