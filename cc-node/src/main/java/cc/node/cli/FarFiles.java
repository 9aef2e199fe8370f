package cc.node.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/**
 * A program for another machine whose files, its own jars among them, stay on this one. The launcher there cannot open them
 * itself, so what it would read from them is read here and said to it: the class path with all its entries, and what a jar's
 * manifest asks for. Classes are then read as the program's other files are.
 */
final class FarFiles {
    private static final String ALL_UNNAMED = "ALL-UNNAMED";
    private static final String CLASS_PATH_VARIABLE = "CLASSPATH";
    private static final String CLASS_PATH = "-Dcc.files.classpath=";
    private static final String WILDCARD = "*";

    private FarFiles() {}

    /**
     * The command line with which the launcher of another machine runs the program.
     *
     * @param directory what relative paths are relative to
     * @throws IOException if something that the program needs cannot be read here, or cannot be said to another machine
     */
    static JavaCommandLine of(JavaCommandLine program, Path directory) throws IOException {
        List<String> options = new ArrayList<>();
        String classPath = System.getenv().getOrDefault(CLASS_PATH_VARIABLE, ".");
        List<String> given = program.options();
        for (int i = 0; i < given.size(); i++) {
            String option = given.get(i);
            if (option.equals("-cp") || option.equals("-classpath") || option.equals("--class-path")) {
                classPath = given.get(++i);
            } else if (option.startsWith("--class-path=")) {
                classPath = option.substring(option.indexOf('=') + 1);
            } else if (option.startsWith("-javaagent:") || isModulePath(option)) {
                throw new IOException("the virtual machine opens what '" + option
                        + "' names before files of another machine can be had: copy it there and say --mount /=local,"
                        + " or run the program here");
            } else {
                options.add(option);
            }
        }
        String kind = program.target().get(0);
        if (kind.equals("-jar")) {
            Path jar = directory.resolve(program.target().get(1));
            String mainClass = readManifest(jar, options);
            return line(options, List.of(jar.toAbsolutePath().normalize().toString()), mainClass, program);
        } else if (program.target().size() > 1) {
            throw new IOException("modules of another machine cannot be run: the virtual machine opens them before"
                    + " files of another machine can be had. Give a class path and a main class");
        }
        return line(options, entries(classPath, directory), kind, program);
    }

    private static JavaCommandLine line(
            List<String> options, List<String> classPath, String mainClass, JavaCommandLine program) {
        options.add(CLASS_PATH + String.join(File.pathSeparator, classPath));
        return new JavaCommandLine(options, List.of(mainClass), program.arguments());
    }

    /** The entries of the class path of a program that was made ready for another machine. */
    static List<String> classPath(JavaCommandLine program) {
        return program.options().stream()
                .filter(option -> option.startsWith(CLASS_PATH))
                .flatMap(option ->
                        Stream.of(option.substring(CLASS_PATH.length()).split(File.pathSeparator)))
                .toList();
    }

    private static boolean isModulePath(String option) {
        return option.equals("-p")
                || option.startsWith("--module-path")
                || option.startsWith("--upgrade-module-path")
                || option.startsWith("--patch-module");
    }

    /**
     * Adds the options that a jar asks for.
     *
     * @return its main class
     */
    private static String readManifest(Path jar, List<String> options) throws IOException {
        Attributes manifest;
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest found = file.getManifest();
            manifest = found == null ? new Attributes() : found.getMainAttributes();
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + jar, e);
        } catch (IOException e) {
            throw new IOException(jar + " cannot be read: " + e.getMessage(), e);
        }
        String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
        if (mainClass == null) {
            throw new IOException("no main manifest attribute, in " + jar);
        }
        addPackages(options, manifest, "Add-Exports", "--add-exports");
        addPackages(options, manifest, "Add-Opens", "--add-opens");
        if (ALL_UNNAMED.equals(manifest.getValue("Enable-Native-Access"))) {
            options.add("--enable-native-access=" + ALL_UNNAMED);
        }
        return mainClass.trim();
    }

    private static void addPackages(List<String> options, Attributes manifest, String attribute, String option) {
        String value = manifest.getValue(attribute);
        if (value != null && !value.isBlank()) {
            for (String name : value.trim().split("\\s+")) {
                options.add(option + "=" + name + "=" + ALL_UNNAMED);
            }
        }
    }

    private static List<String> entries(String classPath, Path directory) throws IOException {
        List<String> entries = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            Path path = directory.resolve(entry).toAbsolutePath().normalize();
            if (entry.equals(WILDCARD) || entry.endsWith(File.separator + WILDCARD)) {
                addJars(entries, path.resolveSibling(""));
            } else {
                // With the slash the other machine knows without asking that it is a folder.
                entries.add(Files.isDirectory(path) && path.getNameCount() > 0 ? path + "/" : path.toString());
            }
        }
        return entries;
    }

    /** All jars of a folder, as the launcher finds them. */
    private static void addJars(List<String> entries, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.{jar,JAR}")) {
            jars.forEach(jar -> entries.add(jar.toString()));
        }
    }
}
