package cc.screen.session;

import cc.protocol.message.ProgramHello;
import java.util.HashSet;
import java.util.Set;

/** Names for a screen proxy that nobody else shares. */
final class LocalDirectory implements ProgramDirectory {
    private final Set<String> names = new HashSet<>();

    @Override
    public synchronized String opened(ProgramHello hello) {
        String name = ProgramNames.unique(hello.getName(), names::contains);
        names.add(name);
        return name;
    }

    @Override
    public void began(String name) {
        // Nobody follows.
    }

    @Override
    public synchronized void closed(String name) {
        names.remove(name);
    }
}
