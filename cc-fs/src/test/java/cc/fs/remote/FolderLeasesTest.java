package cc.fs.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.fs.mount.CachePolicy;
import cc.fs.service.AttributeChange;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLeasesTest {
    private static final int FILES = 20;
    private static final int STEPS = 400;

    @TempDir
    Path folder;

    private final TestMachine machine;
    private final FilesLink link;
    private final FileService files;

    FolderLeasesTest() throws IOException {
        machine = new TestMachine();
        link = machine.link();
        files = link.files(CachePolicy.CLOSE_TO_OPEN);
    }

    @BeforeEach
    void lookAround() throws IOException {
        for (int i = 0; i < FILES; i++) {
            Files.write(folder.resolve("f" + i), new byte[i]);
        }
        lease();
    }

    /** Looks at many files until it costs nothing. */
    private void lease() {
        await("a lease").until(() -> {
            for (int i = 0; i < FILES; i++) {
                size("f" + i);
            }
            return isFree("f1");
        });
    }

    @AfterEach
    void end() throws IOException {
        files.close();
        link.close();
        machine.close();
    }

    @Test
    void whatIsThereAndWhatIsNotIsKnownWithoutAsking() throws IOException {
        long before = calls();
        for (int i = 0; i < FILES; i++) {
            assertThat(size("f" + i)).isEqualTo(i);
            assertThat(size("none" + i)).isNegative();
        }
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void whatSomebodyElseChangesIsSeen() throws IOException {
        Files.write(folder.resolve("f1"), new byte[100]);
        await("a longer file").until(() -> size("f1") == 100);
        Files.delete(folder.resolve("f2"));
        await("no file").until(() -> size("f2") < 0);
        size("new");
        Files.write(folder.resolve("new"), new byte[7]);
        await("a new file").until(() -> size("new") == 7);
        Files.move(folder.resolve("new"), folder.resolve("renamed"));
        await("another name").until(() -> size("renamed") == 7 && size("new") < 0);
        Files.setPosixFilePermissions(
                folder.resolve("f3"), java.nio.file.attribute.PosixFilePermissions.fromString("r--------"));
        await("other permissions")
                .until(() -> files.attributes(path("f3"), true).permissions() == 0400);
    }

    @Test
    void whatTheProgramChangesIsSeenAtOnce() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<OpenFile> open = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            change(random, open);
            assertThat(sizes()).as("seed %s, step %s", seed, i).isEqualTo(sizesThere());
        }
        for (OpenFile file : open) {
            file.close();
        }
    }

    private void change(Random random, List<OpenFile> open) throws IOException {
        String one = path("f" + random.nextInt(FILES));
        String other = path("f" + random.nextInt(FILES));
        try {
            switch (random.nextInt(6)) {
                case 0 -> files.delete(one);
                case 1 -> files.rename(one, other);
                case 2 -> files.createLink(one, other);
                case 3 ->
                    files.change(one, true, new AttributeChange(random.nextLong(1L << 50), null, null, null, null));
                case 4 -> open.add(files.open(one, OpenFlags.WRITE | OpenFlags.CREATE, 0666));
                default -> {
                    if (!open.isEmpty()) {
                        OpenFile file = open.get(random.nextInt(open.size()));
                        file.write(random.nextInt(1000), new byte[10], 0, 10);
                    }
                }
            }
        } catch (FileFault e) {
            // What is not there cannot be changed, and what is there not be made.
            return;
        }
    }

    private List<Long> sizes() {
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            sizes.add(size("f" + i));
        }
        return sizes;
    }

    private List<Long> sizesThere() throws IOException {
        List<Long> sizes = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            Path file = folder.resolve("f" + i);
            sizes.add(Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : -1);
        }
        return sizes;
    }

    @Test
    void whatHasChangedWhileTheWayWasBrokenIsSeen() throws IOException {
        machine.setReachable(false);
        Files.write(folder.resolve("f1"), new byte[100]);
        machine.setReachable(true);
        // The first that asks has the connection made anew.
        files.checkAccess(path("f2"), 0);
        await("a longer file").until(() -> size("f1") == 100);
    }

    @Test
    void aMachineThatHasNotAnsweredForLongIsAsked() throws IOException {
        long[] later = new long[1];
        FolderLeases leases = new FolderLeases(link, () -> System.nanoTime() + later[0]);
        FolderLease lease = leases.begin(folder.toString());
        lease.complete();
        files.checkAccess(path("f1"), 0);
        assertThatThrownBy(() -> leases.find(path("f1"), true)).isInstanceOf(FileFault.class);
        later[0] = FolderLeases.TERM_NANOS;
        assertThat(leases.find(path("f1"), true)).isNull();
    }

    @Test
    void aFileOfTwoNamesIsAskedFor() throws IOException {
        Files.createLink(folder.resolveSibling(folder.getFileName() + ".link"), folder.resolve("f1"));
        await("two names").until(() -> files.attributes(path("f1"), true).links() == 2);
        Files.write(folder.resolveSibling(folder.getFileName() + ".link"), new byte[50]);
        assertThat(size("f1")).isEqualTo(50);
        Files.delete(folder.resolveSibling(folder.getFileName() + ".link"));
    }

    @Test
    void aFolderThatIsRenamedTakesItsFilesAlong() throws IOException {
        Path other = folder.resolveSibling(folder.getFileName() + ".renamed");
        files.rename(folder.toString(), other.toString());
        assertThat(size("f1")).isNegative();
        files.rename(other.toString(), folder.toString());
        assertThat(size("f1")).isEqualTo(1);
    }

    private boolean isFree(String name) {
        long before = calls();
        size(name);
        return calls() == before;
    }

    private long calls() {
        return machine.proxy().figures().get(0).calls();
    }

    /** Negative: there is no such file. */
    private long size(String name) {
        try {
            return files.attributes(path(name), true).sizeBytes();
        } catch (FileFault e) {
            return -1;
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
