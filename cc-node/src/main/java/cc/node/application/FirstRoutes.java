package cc.node.application;

import java.util.List;

/**
 * Where a program is to show and what is to drive it when it begins.
 *
 * @param unseen nowhere; there are no screens then
 * @param screens machines; none: its own one, to browsers, unless it is unseen
 * @param inputs machines; none: whoever looks at it and may
 */
public record FirstRoutes(boolean unseen, List<String> screens, List<String> inputs) {
    static final FirstRoutes NONE = new FirstRoutes(false, List.of(), List.of());

    public FirstRoutes {
        screens = List.copyOf(screens);
        inputs = List.copyOf(inputs);
    }
}
