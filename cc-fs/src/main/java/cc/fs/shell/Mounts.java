package cc.fs.shell;

import cc.fs.mount.Rule;
import cc.fs.provider.Mounted;
import cc.fs.provider.Providers;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What rules with a provider lead to, made when it is first needed. Files from which it is made, such as an archive, are the
 * program's: rules say where they are. Thread-safe.
 */
final class Mounts {
    private final Providers providers;
    private final Map<String, Mounted> byUri = new HashMap<>();
    private final Set<String> beingMade = new HashSet<>();

    Mounts(Providers providers) {
        this.providers = providers;
    }

    synchronized Mounted of(Rule rule) throws FileFault {
        String uri = rule.place();
        Mounted known = byUri.get(uri);
        if (known != null) {
            return known;
        }
        if (!beingMade.add(uri)) {
            // It would lie in itself.
            throw new FileFault(Errno.ELOOP);
        }
        try {
            Mounted made = ShellThread.outside(() -> providers.mount(uri));
            byUri.put(uri, made);
            return made;
        } catch (FileFault e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            FileFault fault =
                    new FileFault(Errno.OTHER, withoutPassword(uri) + " cannot be reached: " + e.getMessage());
            fault.initCause(e);
            throw fault;
        } finally {
            beingMade.remove(uri);
        }
    }

    /** What was written to an archive gets there now. */
    synchronized void close() {
        byUri.forEach((uri, mounted) -> {
            try {
                mounted.close();
            } catch (IOException | RuntimeException e) {
                System.err.println("cc: " + withoutPassword(uri) + " could not be written: " + e.getMessage());
            }
        });
        byUri.clear();
    }

    /** For people. */
    static String withoutPassword(String uri) {
        return uri.replaceFirst("(//[^/@:]*):[^/@]*@", "$1@");
    }
}
