package cc.node.application;

import cc.node.message.ApplicationRecord;
import cc.protocol.message.ProgramHello;
import cc.screen.session.ProgramDirectory;
import cc.screen.session.ProgramNames;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The programs of this machine: those that show windows and those that its node started, which may be the same. They
 * have names at once, whether the registry answers or not; what they are called in the community follows. Never blocks.
 */
final class OwnApplications implements ProgramDirectory {
    private final Processes processes;
    private final Supplier<String> machine;
    private final Supplier<Map<String, Application>> known;
    private final Runnable changed;
    private final Map<String, OwnApplication> byLocalName = new HashMap<>();
    private final Set<String> endedIds = new HashSet<>();

    /**
     * @param machine what this machine is called; empty as long as that is not known
     * @param known all applications of the community by name, as far as this machine has heard
     * @param changed to be called when there is something to publish; does not block
     */
    OwnApplications(
            Processes processes, Supplier<String> machine, Supplier<Map<String, Application>> known, Runnable changed) {
        this.processes = processes;
        this.machine = machine;
        this.known = known;
        this.changed = changed;
    }

    @Override
    public synchronized String opened(ProgramHello hello) {
        OwnApplication program = byLocalName.values().stream()
                .filter(own -> own.pid() != 0 && own.pid() == hello.getPid() && !own.isConnected())
                .findFirst()
                .orElseGet(() -> add(hello.getName(), hello.getPid()));
        program.connected(hello);
        return program.localName();
    }

    /** From where it may be driven follows with what is published. */
    @Override
    public void began(String name) {
        changed.run();
    }

    @Override
    public synchronized void closed(String name) {
        OwnApplication program = byLocalName.get(name);
        if (program != null) {
            program.disconnected();
            removeUnlessHeld(program);
        }
    }

    /** The node has started a program. */
    synchronized OwnApplication launched(String wantedName, long pid, FirstRoutes routes) {
        OwnApplication program = byLocalName.values().stream()
                .filter(own -> own.pid() == pid)
                .findFirst()
                .orElseGet(() -> add(wantedName, pid));
        program.launched(routes);
        changed.run();
        return program;
    }

    /** A program that the node had started has ended. */
    synchronized void exited(OwnApplication program) {
        program.exited();
        removeUnlessHeld(program);
    }

    synchronized Optional<OwnApplication> find(String nameOrId) {
        return byLocalName.values().stream()
                .filter(own -> own.is(nameOrId))
                // What it is called in the community comes before what it is called here.
                .min((a, b) -> Boolean.compare(
                        b.publishedName().equals(nameOrId), a.publishedName().equals(nameOrId)));
    }

    synchronized List<OwnApplication> all() {
        return List.copyOf(byLocalName.values());
    }

    synchronized boolean holds(String id) {
        return byLocalName.values().stream().anyMatch(own -> own.id().equals(id));
    }

    /** Whether the process that this record of this machine describes has ended. */
    synchronized boolean hasEnded(ApplicationRecord record) {
        return endedIds.contains(record.getId())
                || processes.startedEpochMillis(record.getPid()) == 0
                || !hasProcess(record);
    }

    /** Forgets ended programs of which the registry has no record any more. */
    synchronized void forgetEndedBut(Set<String> recordedIds) {
        endedIds.retainAll(recordedIds);
    }

    synchronized void published(OwnApplication program, ApplicationRecord record) {
        program.published(record);
        if (!program.isHeld()) {
            endedIds.add(record.getId());
        }
    }

    private boolean hasProcess(ApplicationRecord record) {
        return new OwnApplication("", "", record.getPid(), processes.startedEpochMillis(record.getPid()))
                .isDescribedBy(record, record.getMachine());
    }

    private OwnApplication add(String wanted, long pid) {
        long began = processes.startedEpochMillis(pid);
        OwnApplication fresh = new OwnApplication("", wanted, pid, began == 0 ? System.currentTimeMillis() : began);
        Map<String, Application> inCommunity = known.get();
        String name = ProgramNames.unique(wanted, candidate -> {
            Application other = inCommunity.get(candidate);
            return byLocalName.containsKey(candidate)
                    || (other != null && !fresh.isDescribedBy(other.record(), machine.get()));
        });
        OwnApplication program = fresh.called(name);
        byLocalName.put(name, program);
        return program;
    }

    private void removeUnlessHeld(OwnApplication program) {
        if (!program.isHeld()) {
            byLocalName.remove(program.localName());
            endedIds.add(program.id());
            changed.run();
        }
    }
}
