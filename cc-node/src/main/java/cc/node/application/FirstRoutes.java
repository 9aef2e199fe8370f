package cc.node.application;

import java.util.List;

/**
 * Where a program is to show and what is to drive it when it begins.
 *
 * @param screens machines; none: its own one, to browsers
 * @param inputs machines; none: whoever looks at it and may
 */
public record FirstRoutes(List<String> screens, List<String> inputs) {
    static final FirstRoutes NONE = new FirstRoutes(List.of(), List.of());

    public FirstRoutes {
        screens = List.copyOf(screens);
        inputs = List.copyOf(inputs);
    }
}
