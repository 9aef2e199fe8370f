package cc.node.desktop;

import cc.node.NodeProperties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose desktops a node may use beside its own user's: the line {@code desktop.users=} of its settings, names with
 * commas between. They see and drive what the node shows on them.
 */
public final class DesktopSettings {
    private static final String USERS = "desktop.users";

    private final Set<String> users;

    private DesktopSettings(Set<String> users) {
        this.users = users;
    }

    public static DesktopSettings of(NodeProperties properties) {
        return new DesktopSettings(properties.get(USERS).stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::trim)
                .filter(user -> !user.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Whether there is anybody to meet. */
    public boolean isOn() {
        return !users.isEmpty();
    }

    public boolean allows(String user) {
        return users.contains(user);
    }
}
