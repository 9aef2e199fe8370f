package cc.fs.shell;

import cc.fs.mount.Mode;
import cc.fs.mount.Rule;
import cc.fs.mount.StandardRules.Profile;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** What a program is made of, which it has to be able to read when nothing else is said: its class path, and its runtime. */
final class ProgramCode {
    private static final String SOURCE = "the program's own code";
    private static final int RUNTIME_DEPTH = 4;

    private final List<Rule> rules = new ArrayList<>();
    private final Set<Path> seen = new HashSet<>();

    private final boolean sandbox;

    private ProgramCode(boolean sandbox) {
        this.sandbox = sandbox;
    }

    /** To be called before files are anything but this machine's. */
    static List<Rule> rules(Profile profile) {
        ProgramCode code = new ProgramCode(profile == Profile.SANDBOX);
        if (profile == Profile.HOME) {
            return code.rules;
        }
        code.addFar(System.getProperty("cc.files.classpath", ""));
        code.addHere(System.getProperty("java.class.path", ""));
        code.addHere(System.getProperty("jdk.module.path", ""));
        if (code.sandbox) {
            code.addRuntime(Path.of(System.getProperty("java.home")));
        }
        return code.rules;
    }

    /** Jars are shipped. What is in a folder may be the program's own files, too: {@code -cp .} is common. */
    private void addFar(String classPath) {
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (entry.length() > 1 && entry.endsWith("/")) {
                add(entry.substring(0, entry.length() - 1), Mode.HOME);
            } else if (entry.startsWith("/")) {
                add(entry, Mode.SHIP);
            }
        }
    }

    /** With what the jars' manifests name. */
    private void addHere(String classPath) {
        Deque<Path> entries = new ArrayDeque<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                entries.add(Path.of(entry));
            }
        }
        while (!entries.isEmpty()) {
            Path entry = entries.remove().toAbsolutePath().normalize();
            if (seen.add(entry) && Files.exists(entry)) {
                allow(entry);
                entries.addAll(named(entry));
            }
        }
    }

    private void allow(Path path) {
        try {
            Path real = path.toRealPath();
            add(path.toString(), Mode.LOCAL);
            add(real.toString(), Mode.LOCAL);
        } catch (IOException e) {
            // It has gone at this moment.
        }
    }

    private void add(String path, Mode mode) {
        Rule rule = Rule.of(path, mode, SOURCE);
        rules.add(sandbox ? rule.unchangeable() : rule);
    }

    private static List<Path> named(Path jar) {
        List<Path> named = new ArrayList<>();
        if (Files.isDirectory(jar)) {
            return named;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String all = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String name : all == null ? new String[0] : all.trim().split("\\s+")) {
                named.add(Path.of(jar.toUri().resolve(name)));
            }
        } catch (IOException | RuntimeException e) {
            // What is no jar, or names nothing, names no other.
        }
        return named;
    }

    /** Distributions keep settings and certificates of a runtime elsewhere, behind links. */
    private void addRuntime(Path home) {
        try (Stream<Path> files = Files.walk(home, RUNTIME_DEPTH, new FileVisitOption[0])) {
            Path real = home.toRealPath();
            allow(real);
            for (Path file : files.filter(Files::isSymbolicLink).toList()) {
                Path target = file.toRealPath();
                if (!target.startsWith(real)) {
                    allow(target);
                }
            }
        } catch (IOException | RuntimeException e) {
            // A link that leads nowhere is of no use.
        }
    }
}
