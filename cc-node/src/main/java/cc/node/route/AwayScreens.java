package cc.node.route;

import cc.node.application.Application;
import cc.node.application.Applications;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of this machine which screens its programs lose and get back, because the screens' machines go away and
 * return. Called by one thread.
 */
final class AwayScreens {
    private static final Logger LOG = LoggerFactory.getLogger(AwayScreens.class);

    private final Applications applications;
    private Set<Lost> lost = Set.of();

    private record Lost(String id, String application, String screen) {}

    AwayScreens(Applications applications) {
        this.applications = applications;
    }

    void look(List<Application> all) {
        Set<Lost> now = all.stream()
                .filter(application -> application.machine().equals(applications.machine()))
                .flatMap(application -> application.record().getScreensList().stream()
                        .filter(screen -> !applications.isPresent(screen))
                        .map(screen -> new Lost(application.id(), application.name(), screen)))
                .collect(Collectors.toUnmodifiableSet());
        now.stream()
                .filter(screen -> !lost.contains(screen))
                .forEach(screen -> LOG.warn(
                        "{} runs on, but does not show on {}: that machine is away",
                        screen.application(),
                        screen.screen()));
        lost.stream()
                .filter(screen -> !now.contains(screen) && applications.isPresent(screen.screen()))
                .forEach(screen -> LOG.info("{} is back, where {} is to show", screen.screen(), screen.application()));
        lost = now;
    }
}
