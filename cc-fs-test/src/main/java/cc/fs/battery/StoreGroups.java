package cc.fs.battery;

import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;

/** The volume that a file lies on. */
final class StoreGroups {
    private StoreGroups() {}

    static void addTo(Groups groups) {
        groups.add("store.facts", StoreGroups::facts);
        groups.add("store.views", StoreGroups::views);
    }

    private static void facts(Scene scene) throws Exception {
        Path file = scene.text("file", "x");
        FileStore store = Files.getFileStore(file);
        scene.note("type", store.type());
        scene.note("read only", store.isReadOnly());
        scene.note("total", store.getTotalSpace() > 0);
        scene.note("usable", store.getUsableSpace() <= store.getTotalSpace());
        scene.note("free", store.getUnallocatedSpace() <= store.getTotalSpace());
        scene.note("block", store.getBlockSize());
        scene.note("as File says", store.getTotalSpace() == file.toFile().getTotalSpace());
        scene.note("equal to the folder's", store.equals(Files.getFileStore(scene.folder())));
        scene.tell("by name", () -> (long) store.getAttribute("totalSpace") == store.getTotalSpace());
        scene.tell("unknown by name", () -> store.getAttribute("colour"));
        scene.tell("of a missing file", () -> Files.getFileStore(scene.path("missing")));
        scene.tell("of nothing", () -> Files.getFileStore(Absent.value()));
    }

    private static void views(Scene scene) throws Exception {
        FileStore store = Files.getFileStore(scene.folder());
        scene.note("basic", store.supportsFileAttributeView(BasicFileAttributeView.class));
        scene.note("posix", store.supportsFileAttributeView(PosixFileAttributeView.class));
        scene.note("user", store.supportsFileAttributeView(UserDefinedFileAttributeView.class));
        for (String name : new String[] {"basic", "posix", "unix", "owner", "user", "dos", "acl", "nothing"}) {
            scene.note("by name " + name, store.supportsFileAttributeView(name));
        }
        scene.note("of the store", store.getFileStoreAttributeView(FileStoreAttributeView.class));
    }
}
