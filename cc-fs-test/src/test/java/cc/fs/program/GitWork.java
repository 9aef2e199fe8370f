package cc.fs.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectChecker;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.ObjectWalk;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * A program that keeps many small files in a Git repository by JGit: adds, commits, changes, checks out, packs, and
 * checks every object.
 *
 * <p>Usage: {@code FOLDER}.
 */
final class GitWork {
    private static final int FILES = 300;
    private static final int CHANGED_FILES = 50;

    private GitWork() {}

    public static void main(String[] words) throws Exception {
        SystemReader.setInstance(new NoSettings(SystemReader.getInstance()));
        Path work = Files.createDirectory(Path.of(words[0]).resolve("work"));
        try (Git git =
                Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
            for (int i = 0; i < FILES; i++) {
                Files.createDirectories(work.resolve("folder" + i % 20));
                Files.writeString(file(work, i), "file " + i + "\n" + "line\n".repeat(i % 50));
            }
            RevCommit first = commit(git, "first", 1);
            git.checkout().setCreateBranch(true).setName("branch").call();
            for (int i = 0; i < CHANGED_FILES; i++) {
                Files.writeString(file(work, i), "changed " + i + "\n");
            }
            Files.delete(file(work, CHANGED_FILES));
            RevCommit second = commit(git, "second", 2);
            System.out.println("commits " + first.name() + " " + second.name());
            git.checkout().setName("main").call();
            System.out.println("main has " + Files.readString(file(work, 1)).strip());
            git.checkout().setName("branch").call();
            System.out.println("branch has " + Files.readString(file(work, 1)).strip());
            System.out.println("clean " + git.status().call().isClean());
            System.out.println("objects " + check(git.getRepository()));
            git.gc().call();
            System.out.println("objects when packed " + check(git.getRepository()));
            System.out.println("clean when packed " + git.status().call().isClean());
        }
    }

    private static Path file(Path work, int number) {
        return work.resolve("folder" + number % 20).resolve("file" + number);
    }

    /** At a moment of its own, not of the run, so that its name is always the same. */
    private static RevCommit commit(Git git, String message, int day) throws Exception {
        git.add().addFilepattern(".").call();
        git.add().setUpdate(true).addFilepattern(".").call();
        PersonIdent who = new PersonIdent(
                "battery", "battery@localhost", Instant.parse("2026-01-0" + day + "T00:00:00Z"), ZoneOffset.UTC);
        return git.commit().setMessage(message).setAuthor(who).setCommitter(who).call();
    }

    /** Reads everything that the branches lead to, as {@code git fsck} does; returns how many objects there are. */
    private static int check(Repository repository) throws IOException {
        ObjectChecker checker = new ObjectChecker();
        int count = 0;
        try (ObjectWalk walk = new ObjectWalk(repository)) {
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                walk.markStart(walk.parseCommit(ref.getObjectId()));
            }
            walk.checkConnectivity();
            walk.reset();
            for (Ref ref : repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS)) {
                walk.markStart(walk.parseCommit(ref.getObjectId()));
            }
            RevObject object;
            while ((object = walk.next()) != null) {
                count += checked(walk, checker, object);
            }
            while ((object = walk.nextObject()) != null) {
                count += checked(walk, checker, object);
            }
        }
        return count;
    }

    private static int checked(ObjectWalk walk, ObjectChecker checker, RevObject object) throws IOException {
        ObjectLoader loader = walk.getObjectReader().open(object);
        checker.check(object, loader.getType(), loader.getCachedBytes());
        return 1;
    }

    /** Neither the user's nor the system's settings: they are outside the folder. */
    private static final class NoSettings extends SystemReader.Delegate {
        NoSettings(SystemReader system) {
            super(system);
        }

        @Override
        public FileBasedConfig openUserConfig(Config parent, FS fs) {
            return new Empty(parent, fs);
        }

        @Override
        public FileBasedConfig openSystemConfig(Config parent, FS fs) {
            return new Empty(parent, fs);
        }

        @Override
        public FileBasedConfig openJGitConfig(Config parent, FS fs) {
            return new Empty(parent, fs);
        }
    }

    /** Settings that are in no file. */
    private static final class Empty extends FileBasedConfig {
        Empty(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {}

        @Override
        public void save() {}

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
