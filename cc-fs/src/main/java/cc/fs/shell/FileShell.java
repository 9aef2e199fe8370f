package cc.fs.shell;

import cc.agent.boot.FileGuard;
import cc.fs.ship.ContentCache;
import java.io.IOException;
import jdk.internal.access.SharedSecrets;

/**
 * Entry of the file shell, called by the agent before the program's {@code main}: {@link #prepare} while the JDK's methods are
 * still as they were, {@link #install} once they are hooked.
 */
public final class FileShell {
    /** After all that programs register: what they write then has to arrive, too. */
    private static final int LAST_SHUTDOWN_SLOT = 9;

    private final ContentCache cache = ShipFolder.cache();
    private final Namespace namespace;
    private final Services services;
    private final OpenFiles files;
    private final Mappings mappings;
    private final ShellProcesses processes;
    private final NodeDialer dialer = new NodeDialer();
    private final FileUses uses = new FileUses();

    private FileShell(ShellSettings settings) {
        services = new Services(settings, machine -> dialer.link(machine, settings.patience()), cache);
        namespace = new Namespace(settings, services);
        files = new OpenFiles(namespace, uses);
        mappings = new Mappings(files, namespace);
        processes = new ShellProcesses(namespace);
    }

    /** @throws IOException if the rules make no sense */
    public static FileShell prepare() throws IOException {
        JdkManners.ask();
        return new FileShell(ShellSettings.ofThisProcess());
    }

    /** From now on rules hold. */
    public void install() {
        FileGuard.install(
                new ShellNames(namespace, new Libraries(namespace, cache)),
                new ShellPaths(namespace, files),
                new ShellDescriptors(files, mappings),
                processes,
                namespace);
        SharedSecrets.getJavaLangAccess().registerShutdownHook(LAST_SHUTDOWN_SLOT, true, this::end);
        UseTeller.begin(dialer, uses);
    }

    /** What the program has changed and not closed is written, as the system would do it. */
    private void end() {
        processes.copyNow();
        try {
            mappings.writeBack();
        } catch (IOException e) {
            System.err.println("cc: what was changed in mapped files could not be written: " + e.getMessage());
        }
        for (VirtualFile file : files.all()) {
            try {
                file.settle();
            } catch (IOException e) {
                System.err.println("cc: " + file.path() + " could not be written: " + e.getMessage());
            }
        }
        services.close();
    }
}
