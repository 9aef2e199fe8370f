package cc.node.application;

import cc.node.message.ApplicationRecord;
import cc.protocol.message.ProgramHello;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine, for as long as somebody here holds it. Changed under the lock of {@link OwnApplications}.
 */
final class OwnApplication {
    /** The clock may be set while a program runs; its process's id does not come again so soon. */
    private static final long SAME_START_MILLIS = TimeUnit.SECONDS.toMillis(5);

    private final String localName;
    private final String wantedName;
    private final long pid;
    private final long startedEpochMillis;
    private volatile String id = newId();
    private volatile String runtime = "";
    private volatile String publishedName = "";
    private volatile boolean connected;
    private volatile boolean unseen;
    private volatile boolean launched;
    private volatile FirstRoutes routes = FirstRoutes.NONE;

    OwnApplication(String localName, String wantedName, long pid, long startedEpochMillis) {
        this.localName = localName;
        this.wantedName = wantedName;
        this.pid = pid;
        this.startedEpochMillis = startedEpochMillis;
    }

    OwnApplication called(String name) {
        return new OwnApplication(name, wantedName, pid, startedEpochMillis);
    }

    private static String newId() {
        return String.format("%08x", ThreadLocalRandom.current().nextInt());
    }

    String localName() {
        return localName;
    }

    String wantedName() {
        return wantedName;
    }

    long pid() {
        return pid;
    }

    /** As java -version names it; empty as long as the program has not said it. */
    String runtime() {
        return runtime;
    }

    String id() {
        return id;
    }

    /** Its name in the registry; empty as long as it is not there. */
    String publishedName() {
        return publishedName;
    }

    void published(ApplicationRecord record) {
        id = record.getId();
        publishedName = record.getName();
    }

    void connected(ProgramHello hello) {
        connected = true;
        runtime = hello.getRuntime();
        unseen = hello.getUnseen();
    }

    void disconnected() {
        connected = false;
    }

    void launched(FirstRoutes firstRoutes) {
        launched = true;
        routes = firstRoutes;
    }

    void exited() {
        launched = false;
    }

    boolean isConnected() {
        return connected;
    }

    boolean isHeld() {
        return connected || launched;
    }

    boolean is(String nameOrId) {
        return localName.equals(nameOrId) || publishedName.equals(nameOrId) || id.equals(nameOrId);
    }

    /** Whether this is the record of the same process, perhaps made by this machine's node in an earlier life. */
    boolean isDescribedBy(ApplicationRecord record, String machine) {
        return record.getMachine().equals(machine)
                && record.getPid() == pid
                && (pid != 0 || record.getId().equals(id))
                && Math.abs(record.getStartedEpochMillis() - startedEpochMillis) < SAME_START_MILLIS;
    }

    ApplicationRecord record(String name, String machine) {
        return ApplicationRecord.newBuilder()
                .setId(id)
                .setName(name)
                .setMachine(machine)
                .setPid(pid)
                .setRuntime(runtime)
                .setStartedEpochMillis(startedEpochMillis)
                .addAllScreens(screens(machine))
                .addAllInputs(routes.inputs())
                .setOnOwnDesktop(routes.screens().contains(machine))
                .build();
    }

    private List<String> screens(String machine) {
        if (!routes.screens().isEmpty()) {
            return routes.screens();
        }
        return unseen || routes.unseen() ? List.of() : List.of(machine);
    }
}
