package cc.fs.battery;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs groups of file operations in a folder and prints what came of each, so that two runs in two folders can be
 * compared as text: {@code GROUP operation: outcome}. Nothing that is printed depends on the time, on the folder's name
 * or on the order in which a system lists files.
 *
 * <p>Usage: {@code Battery FOLDER [GROUP...]}; the folder must exist and be empty. Relative names are tried only when
 * the program was started in the folder.
 */
public final class Battery {
    /** A group that takes longer hangs: it is told so, and the next one runs. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Battery() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]).toAbsolutePath().normalize();
        Set<String> wanted = Set.copyOf(List.of(arguments).subList(1, arguments.length));
        Wording wording = new Wording(folder);
        for (Map.Entry<String, Group> entry : Groups.all().byName().entrySet()) {
            String name = entry.getKey();
            if (!wanted.isEmpty() && !wanted.contains(name)) {
                continue;
            }
            Scene scene = new Scene(name, Files.createDirectory(folder.resolve(name)), wording);
            run(entry.getValue(), scene);
            scene.lines().forEach(out::println);
        }
        out.println("battery ended");
        // Threads of groups that hang must not keep the program.
        System.exit(0);
    }

    /** Each group has a thread of its own, which it may leave interrupted. */
    private static void run(Group group, Scene scene) throws InterruptedException {
        Thread thread = new Thread(() -> scene.run(group), "group");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE.toMillis());
        if (thread.isAlive()) {
            scene.hangs(thread.getStackTrace());
        }
    }
}
