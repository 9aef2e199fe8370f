package cc.node.application;

import cc.node.message.ApplicationRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.screen.session.ProgramNames;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings this machine's records in the registry to what runs here, whatever they were before: programs that run are
 * recorded, under the names that they had if they had one; records of processes that have ended go. Each step can be
 * repeated, so that what a break of the connection left half done is done the next time.
 */
final class Publication {
    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);

    private final OwnApplications own;
    private final Registry registry;
    private final String machine;
    private boolean told;

    Publication(OwnApplications own, Registry registry, String machine) {
        this.own = own;
        this.registry = registry;
        this.machine = machine;
    }

    /**
     * Does what is due.
     *
     * @param known the registry's records by name, as far as known
     * @return the same with what was changed
     */
    Map<String, Application> bring(Map<String, Application> known) {
        Map<String, Application> current = new LinkedHashMap<>(known);
        try {
            for (OwnApplication program : own.all()) {
                publish(program, current);
            }
            for (Application application : known.values()) {
                if (application.machine().equals(machine)
                        && !own.holds(application.id())
                        && own.hasEnded(application.record())) {
                    remove(application, current);
                }
            }
            own.forgetEndedBut(current.values().stream().map(Application::id).collect(Collectors.toSet()));
            told = false;
        } catch (UnavailableException e) {
            if (!told) {
                LOG.info("What runs here is published later: {}", e.getMessage());
                told = true;
            }
        }
        return current;
    }

    private void publish(OwnApplication program, Map<String, Application> current) throws UnavailableException {
        Optional<Application> recorded = current.values().stream()
                .filter(application -> program.isDescribedBy(application.record(), machine))
                .findFirst();
        if (recorded.isEmpty()) {
            create(program, current);
            return;
        }
        Application before = recorded.get();
        if (!before.name().equals(program.publishedName())) {
            own.published(program, before.record());
        }
        if (before.record().getRuntime().isEmpty() && !program.runtime().isEmpty()) {
            ApplicationRecord record =
                    before.record().toBuilder().setRuntime(program.runtime()).build();
            try {
                long version = registry.update(Applications.key(record), record.toByteArray(), before.version());
                current.put(record.getName(), new Application(record, version, false));
            } catch (ConflictException e) {
                LOG.debug("Its newer state is on its way here", e);
            }
        }
    }

    private void create(OwnApplication program, Map<String, Application> current) throws UnavailableException {
        Set<String> taken = new HashSet<>(current.keySet());
        String name = program.localName();
        while (true) {
            ApplicationRecord record = program.record(name, machine);
            try {
                long version = registry.create(Applications.key(record), record.toByteArray());
                own.published(program, record);
                current.put(name, new Application(record, version, false));
                return;
            } catch (ConflictException e) {
                Optional<Application> there = read(record);
                if (there.isPresent() && program.isDescribedBy(there.get().record(), machine)) {
                    own.published(program, there.get().record());
                    current.put(name, there.get());
                    return;
                }
                taken.add(name);
                name = ProgramNames.unique(program.wantedName(), taken::contains);
            }
        }
    }

    private void remove(Application application, Map<String, Application> current) throws UnavailableException {
        try {
            registry.delete(Applications.key(application.record()), application.version());
            current.remove(application.name());
        } catch (ConflictException e) {
            LOG.debug("It has changed, or is gone already, as will be told", e);
        }
    }

    private Optional<Application> read(ApplicationRecord record) throws UnavailableException {
        Optional<Entry> entry = registry.get(Applications.key(record));
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Application(
                    ApplicationRecord.parseFrom(entry.get().value()),
                    entry.get().version(),
                    false));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }
}
