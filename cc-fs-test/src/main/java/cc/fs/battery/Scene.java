package cc.fs.battery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Where one group runs: a folder of its own, and the lines that say what came of its operations. Lines are in the order
 * of the operations; they may be told from several threads.
 */
final class Scene {
    private final String group;
    private final Path folder;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    Scene(String group, Path folder, Wording wording) {
        this.group = group;
        this.folder = folder;
        this.wording = wording;
    }

    Path folder() {
        return folder;
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    File file(String name) {
        return new File(folder.toFile(), name);
    }

    /** Makes a file with this text, in UTF-8. */
    Path text(String name, String content) throws IOException {
        return Files.writeString(path(name), content);
    }

    /** Tells a fact. */
    void note(String what, @Nullable Object fact) {
        line(what + ": " + wording.of(fact));
    }

    /** Tells an operation's result or exception. What it opens is closed again. */
    void tell(String what, Callable<?> operation) {
        Object result;
        try {
            result = operation.call();
        } catch (Throwable e) {
            line(what + ": throws " + wording.of(e));
            return;
        }
        if (result instanceof AutoCloseable opened) {
            act(what, opened::close);
        } else {
            note(what, result);
        }
    }

    /** Tells an operation's text or exception, with N for each number: names of temporary files are random. */
    void tellUnnumbered(String what, Callable<String> operation) {
        String outcome;
        try {
            outcome = wording.of(operation.call());
        } catch (Exception e) {
            outcome = "throws " + wording.of(e);
        }
        line(what + ": " + outcome.replaceAll("[0-9]+", "N"));
    }

    /** Tells that an operation went well, or its exception. */
    void act(String what, Action operation) {
        try {
            operation.run();
        } catch (Throwable e) {
            line(what + ": throws " + wording.of(e));
            return;
        }
        line(what + ": done");
    }

    /** Runs the group as a whole: only what it did not expect is told. */
    void run(Group operations) {
        try {
            operations.run(this);
        } catch (Throwable e) {
            line("breaks off: throws " + wording.of(e) + " at " + List.of(e.getStackTrace()));
        }
    }

    /** Tells that the group did not end. */
    void hangs(StackTraceElement[] place) {
        line("hangs at " + List.of(place));
    }

    /** Tells why this machine or user cannot run the rest of the group. */
    void skip(String reason) {
        line("skipped: " + reason);
    }

    private synchronized void line(String text) {
        lines.add(group + " " + wording.of(text));
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
