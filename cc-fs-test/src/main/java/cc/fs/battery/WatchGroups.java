package cc.fs.battery;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** WatchService: events in the order that the program awaits; a system may tell more than it must. */
final class WatchGroups {
    private WatchGroups() {}

    static void addTo(Groups groups) {
        groups.add("watch.events", WatchGroups::events);
        groups.add("watch.keys", WatchGroups::keys);
        groups.add("watch.closed", WatchGroups::closed);
        groups.add("watch.errors", WatchGroups::errors);
    }

    /** Whether this event comes. */
    private static boolean comes(WatchService service, WatchEvent.Kind<?> kind, String name) throws Exception {
        Set<String> seen = new TreeSet<>();
        return Await.that(() -> {
            WatchKey key = service.poll(10, TimeUnit.MILLISECONDS);
            if (key != null) {
                key.pollEvents().forEach(event -> seen.add(event.kind() + " " + event.context()));
                key.reset();
            }
            return seen.contains(kind + " " + name);
        });
    }

    private static void events(Scene scene) throws Exception {
        Path folder = Files.createDirectory(scene.path("watched"));
        try (WatchService service = folder.getFileSystem().newWatchService()) {
            scene.note("nothing at first", service.poll() == null);
            WatchKey key = folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
            scene.note("watches", key.watchable());
            scene.note("valid", key.isValid());
            Path file = folder.resolve("file");
            Files.writeString(file, "text");
            scene.note("created", comes(service, ENTRY_CREATE, "file"));
            Files.writeString(file, "more text");
            scene.note("changed", comes(service, ENTRY_MODIFY, "file"));
            Files.move(file, folder.resolve("moved"));
            scene.note("moved from", comes(service, ENTRY_DELETE, "file"));
            Files.createDirectory(folder.resolve("inner"));
            scene.note("folder created", comes(service, ENTRY_CREATE, "inner"));
            Files.delete(folder.resolve("moved"));
            scene.note("deleted", comes(service, ENTRY_DELETE, "moved"));
            Files.move(scene.text("outside", "x"), folder.resolve("entered"));
            scene.note("moved in", comes(service, ENTRY_CREATE, "entered"));
            Files.delete(folder.resolve("entered"));
            Files.delete(folder.resolve("inner"));
            scene.note("folder deleted", comes(service, ENTRY_DELETE, "inner"));
            Files.delete(folder);
            scene.note("watched folder is gone", Await.that(() -> {
                WatchKey told = service.poll(10, TimeUnit.MILLISECONDS);
                if (told != null) {
                    told.pollEvents();
                    told.reset();
                }
                return !key.isValid();
            }));
        }
    }

    private static void keys(Scene scene) throws Exception {
        Path folder = Files.createDirectory(scene.path("watched"));
        Path other = Files.createDirectory(scene.path("other"));
        try (WatchService service = folder.getFileSystem().newWatchService()) {
            WatchKey key = folder.register(service, ENTRY_CREATE);
            scene.note("registered again", folder.register(service, ENTRY_DELETE) == key);
            WatchKey second = other.register(service, ENTRY_CREATE);
            scene.note("another key", second != key);
            Files.writeString(other.resolve("file"), "x");
            WatchKey told = service.take();
            scene.note("told of the other", told == second);
            scene.note(
                    "events",
                    told.pollEvents().stream()
                            .map(event -> event.kind() + " " + event.count())
                            .toList());
            scene.note("not told again before reset", service.poll(50, TimeUnit.MILLISECONDS) == null);
            scene.note("reset", told.reset());
            key.cancel();
            scene.note("valid when cancelled", key.isValid());
            scene.note("reset when cancelled", key.reset());
        }
    }

    private static void closed(Scene scene) throws Exception {
        Path folder = scene.folder();
        WatchService service = folder.getFileSystem().newWatchService();
        WatchKey key = folder.register(service, ENTRY_CREATE);
        Thread waiting = new Thread(() -> scene.tell("waiting", service::take));
        waiting.start();
        Await.that(() -> waiting.getState() == Thread.State.WAITING);
        service.close();
        waiting.join();
        scene.note("valid", key.isValid());
        scene.tell("poll", service::poll);
        scene.tell("register", () -> folder.register(service, ENTRY_CREATE));
        scene.act("close again", service::close);
    }

    private static void errors(Scene scene) throws Exception {
        try (WatchService service = scene.folder().getFileSystem().newWatchService()) {
            scene.tell("a file", () -> scene.text("file", "x").register(service, ENTRY_CREATE));
            scene.tell("missing", () -> scene.path("missing").register(service, ENTRY_CREATE));
            scene.tell("no events", () -> scene.folder().register(service));
            scene.tell("no service", () -> scene.folder().register(Absent.value(), ENTRY_CREATE));
            scene.tell(
                    "an unknown event",
                    () -> scene.folder().register(service, new WatchEvent.Kind<Path>() {
                        @Override
                        public String name() {
                            return "UNKNOWN";
                        }

                        @Override
                        public Class<Path> type() {
                            return Path.class;
                        }
                    }));
        }
    }
}
