package cc.fs.shell;

import cc.fs.mount.CachePolicy;
import cc.fs.mount.MountTable;
import cc.fs.mount.Rule;
import cc.fs.provider.Mounted;
import cc.fs.provider.Providers;
import cc.fs.remote.FilesLink;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.fs.service.ReadOnlyFiles;
import cc.fs.ship.ContentCache;
import cc.fs.ship.ShippedFiles;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Who does what is to be done with a rule's files: a link to each machine, made when it is first needed. Thread-safe. */
final class Services {
    private final String machine;
    private final String home;
    private final Function<String, FilesLink> dialer;
    private final Map<String, FilesLink> links = new HashMap<>();
    private final Map<Remote, FileService> remote = new HashMap<>();
    private final Map<FileService, FileService> readOnly = new ConcurrentHashMap<>();
    private final Map<FileService, String> machines = new ConcurrentHashMap<>();
    private final FileService local = new NioFileService(FileSystems.getDefault());
    private final FileService hidden;
    private final FileService denied;
    private final Mounts mounts;
    private final ContentCache cache;
    private @Nullable FileService shipped;
    private final Denials denials = new Denials();
    private final PrivateFolder privateFolder = new PrivateFolder(Path.of(System.getProperty("java.io.tmpdir")));

    /**
     * @param dialer makes the link to a machine
     * @param cache for copies of other machines' files
     */
    Services(ShellSettings settings, Function<String, FilesLink> dialer, ContentCache cache) {
        this.machine = settings.machine();
        this.home = settings.home();
        this.dialer = dialer;
        this.cache = cache;
        mounts = new Mounts(new Providers(settings.providers()));
        MountTable table = settings.table();
        hidden = new FencedFiles(table, path -> new FileFault(Errno.ENOENT));
        denied = new FencedFiles(table, path -> refused(path, table.find(path).source()));
    }

    /** Files of one machine are one service for each way to look at them. */
    private record Remote(String machine, CachePolicy cache) {}

    FileService of(Rule rule) throws FileFault {
        FileService files = switch (rule.mode()) {
            case HOME -> machine(home, rule.cache());
            case NODE -> machine(rule.machine(), rule.cache());
            case SHIP -> home.equals(machine) ? local : shipped();
            case LOCAL, SHARED, PRIVATE -> local;
            case DENY -> denied;
            case HIDE -> hidden;
            case PROVIDER -> mounted(rule);
        };
        return rule.readOnly() ? readOnly(files) : files;
    }

    private synchronized FileService shipped() {
        if (shipped == null) {
            shipped = new ShippedFiles(home, linked(home, CachePolicy.CLOSE_TO_OPEN), local, cache);
            machines.put(shipped, home + " (copied here)");
        }
        return shipped;
    }

    private FileService mounted(Rule rule) throws FileFault {
        Mounted mounted = mounts.of(rule);
        machines.putIfAbsent(mounted.files(), Mounts.withoutPassword(rule.place()));
        return mounted.readOnly() ? readOnly(mounted.files()) : mounted.files();
    }

    /** What a path is called where it lives. */
    String place(Rule rule, String path) throws FileFault {
        return switch (rule.mode()) {
            case NODE -> Moved.path(path, rule.path(), rule.place());
            case PRIVATE -> privateFolder.place(rule, path);
            case PROVIDER -> Moved.path(path, rule.path(), mounts.of(rule).base());
            default -> path;
        };
    }

    /** What the program calls a path of the place that a rule leads to. */
    String back(Rule rule, String place) throws FileFault {
        return switch (rule.mode()) {
            case NODE -> back(rule, rule.place(), place);
            case PRIVATE -> privateFolder.back(place);
            case PROVIDER -> back(rule, mounts.of(rule).base(), place);
            default -> place;
        };
    }

    private static String back(Rule rule, String base, String place) {
        return Moved.isBelow(place, base) ? Moved.path(place, base, rule.path()) : place;
    }

    /** For people. */
    String where(FileService files, String place) {
        if (privateFolder.has(place)) {
            return "private";
        }
        return machines.getOrDefault(files, "here");
    }

    boolean isHere(FileService files) {
        return files == local || files.equals(readOnly.get(local));
    }

    private FileService readOnly(FileService files) {
        return readOnly.computeIfAbsent(files, all -> {
            FileService kept = new ReadOnlyFiles(all, path -> refused(path, "read-only"));
            machines.put(kept, machines.getOrDefault(all, "here"));
            return kept;
        });
    }

    private FileFault refused(String path, String why) {
        denials.tell(path, why);
        return new FileFault(Errno.EACCES);
    }

    private FileService machine(String name, CachePolicy cache) {
        return name.equals(machine) ? local : linked(name, cache);
    }

    private synchronized FileService linked(String name, CachePolicy cache) {
        return remote.computeIfAbsent(new Remote(name, cache), wanted -> {
            FileService files = links.computeIfAbsent(name, dialer).files(cache);
            machines.put(files, name.isEmpty() ? "here" : name);
            return files;
        });
    }

    /** Sends what is not sent yet, and lets go. */
    synchronized void close() {
        remote.values().forEach(FileService::close);
        links.values().forEach(FilesLink::close);
        mounts.close();
        ShellThread.enter();
        try {
            privateFolder.close();
        } finally {
            ShellThread.leave();
        }
    }
}
