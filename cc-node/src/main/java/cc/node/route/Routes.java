package cc.node.route;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.message.ApplicationRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Registry;
import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.MachineChange;
import cc.screen.session.InputRule;
import cc.screen.session.ProgramSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where applications show, and from where they are driven. The registry says where they are to; every node follows it
 * and does its own share, whoever asked for it and whatever has become of that one. All methods may be called by any
 * thread.
 */
public final class Routes implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    private final Applications applications;
    private final RemotePrograms remote;
    private final AwayScreens away;
    private final OwnPrograms own;
    private final Registry.Watch watch;

    public Routes(Applications applications, RemotePrograms remote, OwnPrograms own) {
        this.applications = applications;
        this.remote = remote;
        this.away = new AwayScreens(applications);
        this.own = own;
        this.watch = applications.watch(this::makeSo);
    }

    /**
     * Changes where an application shows or what drives it; the machines concerned follow.
     *
     * @param isMachine whether a machine of this name belongs to the community
     * @return the application afterwards
     * @throws IOException if there is no such application or machine, or the registry does not answer
     */
    public Application change(ChangeRoutes change, Predicate<String> isMachine) throws IOException {
        requireMachines(change.getScreens(), isMachine);
        requireMachines(change.getInputs(), isMachine);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Application seen = applications
                    .find(change.getApplication())
                    .orElseThrow(() -> new IOException(
                            "no application is called '" + change.getApplication() + "'; 'cc ps' lists them"));
            ApplicationRecord wanted = changed(seen.record(), change);
            if (wanted.equals(seen.record())) {
                return seen;
            }
            try {
                return applications.update(seen, wanted);
            } catch (ConflictException e) {
                // Somebody else changed it at this moment: what is asked for is a change of what is there now.
            }
        }
        throw new IOException(change.getApplication() + " is being changed by others all the time; try again");
    }

    /**
     * The session here of an application that runs elsewhere; waits for its first picture.
     *
     * @param pictures whether it is to show here, or else it is enough that it is driven from here
     * @return null if there is none
     */
    public @Nullable ProgramSession session(String nameOrId, boolean pictures) {
        Optional<Shown> application =
                elsewhere(nameOrId).map(this::shown).filter(shown -> shown.pictures() || !pictures);
        if (application.isEmpty()) {
            return null;
        }
        try {
            return remote.awaitSession(application.get(), FIRST_PICTURE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** What to do to see an application here that does not show here; null if there is no such application. */
    public @Nullable String advice(String nameOrId) {
        return elsewhere(nameOrId)
                .map(application -> application.name() + " runs on " + application.machine()
                        + (application.away() ? ", which is away" : "")
                        + ", and shows on "
                        + (application.record().getScreensCount() == 0
                                ? "no other machine"
                                : String.join(", ", application.record().getScreensList()))
                        + ". To see it here: cc show " + application.name() + " --also-on " + applications.machine()
                        + "; to drive it from here: cc input " + application.name() + " --from "
                        + applications.machine())
                .orElse(null);
    }

    @Override
    public void close() {
        watch.close();
        remote.close();
        own.close();
    }

    private void makeSo(List<Application> all) {
        String here = applications.machine();
        away.look(all);
        Map<Shown, InputRule> wanted = new HashMap<>();
        Map<String, Application> running = new HashMap<>();
        for (Application application : all) {
            if (application.machine().equals(here)) {
                applications.localName(application.id()).ifPresent(name -> running.put(name, application));
            } else if (application.record().getScreensList().contains(here)
                    || application.record().getInputsList().contains(here)) {
                wanted.put(
                        shown(application),
                        new InputRule(here, application.record().getInputsList()));
            }
        }
        own.follow(running);
        remote.showOnly(wanted);
    }

    private Optional<Application> elsewhere(String nameOrId) {
        return applications.list().stream()
                .filter(application -> !application.machine().equals(applications.machine()))
                .filter(application ->
                        application.name().equals(nameOrId) || application.id().equals(nameOrId))
                .findFirst();
    }

    private Shown shown(Application application) {
        return new Shown(
                application.machine(),
                application.id(),
                application.name(),
                application.record().getScreensList().contains(applications.machine()));
    }

    private static void requireMachines(MachineChange change, Predicate<String> isMachine) throws IOException {
        for (String machine : change.getAddList()) {
            if (!isMachine.test(machine)) {
                throw new IOException("no machine of the community is called '" + machine + "'; 'cc nodes' lists them");
            }
        }
    }

    private static ApplicationRecord changed(ApplicationRecord record, ChangeRoutes change) {
        List<String> screens = changed(record.getScreensList(), change.getScreens());
        boolean onOwnDesktop = change.getScreens().getAddList().contains(record.getMachine())
                || record.getOnOwnDesktop() && screens.contains(record.getMachine());
        return record.toBuilder()
                .clearScreens()
                .addAllScreens(screens)
                .clearInputs()
                .addAllInputs(changed(record.getInputsList(), change.getInputs()))
                .setOnOwnDesktop(onOwnDesktop)
                .build();
    }

    private static List<String> changed(Collection<String> machines, MachineChange change) {
        Set<String> changed = new LinkedHashSet<>(change.getReplace() ? List.of() : machines);
        changed.addAll(change.getAddList());
        change.getRemoveList().forEach(changed::remove);
        return List.copyOf(changed);
    }
}
