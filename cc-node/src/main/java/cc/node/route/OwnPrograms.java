package cc.node.route;

import cc.node.application.Application;
import cc.node.message.ApplicationRecord;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.screen.session.InputRule;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The programs that run on this machine: from where each may be driven, and what this machine's own desktop is for it.
 * What was opened on the desktop is opened once: a person who closes it is not asked again until the routes change.
 */
public final class OwnPrograms implements AutoCloseable {
    /** This machine's desktop. Does not block. */
    @FunctionalInterface
    public interface Desktop {
        /**
         * Has a program shown or driven there.
         *
         * @param title what people call it
         * @return ends it; does nothing if it has ended by itself
         */
        Runnable open(ProgramSession session, Role role, String title);
    }

    private record Use(Role role, Runnable end) {}

    private final ScreenProxy screens;
    private final Desktop desktop;
    private final boolean alone;
    private final Map<String, Use> uses = new HashMap<>();

    /** @param alone whether this machine belongs to no community: then no viewer is told of machines */
    public OwnPrograms(ScreenProxy screens, Desktop desktop, boolean alone) {
        this.screens = screens;
        this.desktop = desktop;
        this.alone = alone;
    }

    /**
     * Makes it so.
     *
     * @param programs all that run here, by what the screen proxy calls them
     */
    synchronized void follow(Map<String, Application> programs) {
        uses.keySet().retainAll(programs.keySet());
        programs.forEach((name, application) -> {
            ProgramSession session = screens.program(name);
            // Those that have no windows yet are looked at again soon.
            if (session != null) {
                follow(session, application.record());
            }
        });
    }

    @Override
    public synchronized void close() {
        uses.values().forEach(use -> use.end().run());
        uses.clear();
    }

    private void follow(ProgramSession session, ApplicationRecord record) {
        String here = record.getMachine();
        session.allowInput(alone ? InputRule.ALL : new InputRule(here, record.getInputsList()));
        if (!alone && !record.getScreensList().contains(here)) {
            session.leaveDesktop(
                    record.getScreensCount() == 0
                            ? "It is not to show anywhere."
                            : "It shows on " + String.join(", ", record.getScreensList()) + ".");
        }
        Optional<Role> wanted = wanted(record);
        Optional<Role> present = Optional.ofNullable(uses.get(session.name())).map(Use::role);
        if (!wanted.equals(present)) {
            Use before = uses.remove(session.name());
            if (before != null) {
                before.end().run();
            }
            wanted.ifPresent(role -> open(session, role, record.getName()));
        }
    }

    private static Optional<Role> wanted(ApplicationRecord record) {
        String here = record.getMachine();
        if (record.getOnOwnDesktop()) {
            return Optional.of(Role.CONTROL);
        }
        return record.getInputsList().contains(here) && !record.getScreensList().contains(here)
                ? Optional.of(Role.INPUT)
                : Optional.empty();
    }

    private void open(ProgramSession session, Role role, String title) {
        boolean there = role == Role.CONTROL && session.isOnDesktop(true);
        uses.put(session.name(), new Use(role, there ? () -> {} : desktop.open(session, role, title)));
    }
}
