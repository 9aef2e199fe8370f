package cc.node.route;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.registry.ConflictException;
import cc.node.registry.Registry;
import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.MachineChange;
import cc.screen.session.ProgramSession;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where applications show. The registry says where they are to; every node follows it and does its own share, whoever
 * asked for it and whatever has become of that one. All methods may be called by any thread.
 */
public final class Routes implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    private final Applications applications;
    private final RemotePrograms remote;
    private final AwayScreens away;
    private final Registry.Watch watch;

    public Routes(Applications applications, RemotePrograms remote) {
        this.applications = applications;
        this.remote = remote;
        this.away = new AwayScreens(applications);
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
            List<String> screens = changed(seen.record().getScreensList(), change.getScreens());
            List<String> inputs = changed(seen.record().getInputsList(), change.getInputs());
            if (screens.equals(seen.record().getScreensList())
                    && inputs.equals(seen.record().getInputsList())) {
                return seen;
            }
            try {
                return applications.update(seen, screens, inputs);
            } catch (ConflictException e) {
                // Somebody else changed it at this moment: what is asked for is a change of what is there now.
            }
        }
        throw new IOException(change.getApplication() + " is being changed by others all the time; try again");
    }

    /**
     * The session here of an application that runs elsewhere and is to show here; waits for its first picture.
     *
     * @return null if there is none
     */
    public @Nullable ProgramSession session(String nameOrId) {
        Optional<Application> application = elsewhere(nameOrId);
        if (application.isEmpty()) {
            return null;
        }
        try {
            return remote.awaitSession(shown(application.get()), FIRST_PICTURE);
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
                        + ". To see it here: cc show " + application.name() + " --also-on " + applications.machine())
                .orElse(null);
    }

    @Override
    public void close() {
        watch.close();
        remote.close();
    }

    private void makeSo(List<Application> all) {
        String here = applications.machine();
        away.look(all);
        remote.showOnly(all.stream()
                .filter(application -> !application.machine().equals(here)
                        && application.record().getScreensList().contains(here))
                .map(Routes::shown)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<Application> elsewhere(String nameOrId) {
        return applications.list().stream()
                .filter(application -> !application.machine().equals(applications.machine()))
                .filter(application ->
                        application.name().equals(nameOrId) || application.id().equals(nameOrId))
                .findFirst();
    }

    private static Shown shown(Application application) {
        return new Shown(application.machine(), application.id(), application.name());
    }

    private static void requireMachines(MachineChange change, Predicate<String> isMachine) throws IOException {
        for (String machine : change.getAddList()) {
            if (!isMachine.test(machine)) {
                throw new IOException("no machine of the community is called '" + machine + "'; 'cc nodes' lists them");
            }
        }
    }

    private static List<String> changed(Collection<String> machines, MachineChange change) {
        Set<String> changed = new LinkedHashSet<>(change.getReplace() ? List.of() : machines);
        changed.addAll(change.getAddList());
        change.getRemoveList().forEach(changed::remove);
        return List.copyOf(changed);
    }
}
