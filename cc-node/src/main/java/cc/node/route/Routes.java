package cc.node.route;

import cc.node.application.Application;
import cc.node.application.Applications;
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
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where applications show, and from where they are driven. The registry says where they are to; every node follows it and does its own share, whoever
 * asked for it and whatever has become of that one. All methods may be called by any thread.
 */
public final class Routes implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final Duration FIRST_PICTURE = Duration.ofSeconds(10);

    private final Applications applications;
    private final RemotePrograms remote;
    private final AwayScreens away;
    private final BiConsumer<String, InputRule> own;
    private final Registry.Watch watch;

    /** @param own is told from where a program of this machine may be driven, by what the screen proxy calls it */
    public Routes(Applications applications, RemotePrograms remote, BiConsumer<String, InputRule> own) {
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
    }

    private void makeSo(List<Application> all) {
        String here = applications.machine();
        away.look(all);
        Map<Shown, InputRule> wanted = new HashMap<>();
        for (Application application : all) {
            InputRule rule = new InputRule(here, application.record().getInputsList());
            if (application.machine().equals(here)) {
                applications.localName(application.id()).ifPresent(name -> own.accept(name, rule));
            } else if (application.record().getScreensList().contains(here)
                    || application.record().getInputsList().contains(here)) {
                wanted.put(shown(application), rule);
            }
        }
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

    private static List<String> changed(Collection<String> machines, MachineChange change) {
        Set<String> changed = new LinkedHashSet<>(change.getReplace() ? List.of() : machines);
        changed.addAll(change.getAddList());
        change.getRemoveList().forEach(changed::remove);
        return List.copyOf(changed);
    }
}
