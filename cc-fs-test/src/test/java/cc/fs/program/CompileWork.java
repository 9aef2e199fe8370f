package cc.fs.program;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A program that writes a small Java project, compiles it with the JDK's compiler and runs what came of it.
 *
 * <p>Usage: {@code FOLDER}.
 */
final class CompileWork {
    private static final int CLASSES = 80;

    private CompileWork() {}

    public static void main(String[] words) throws Exception {
        Path folder = Path.of(words[0]);
        Path sources = Files.createDirectories(folder.resolve("src"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        for (int i = 0; i < CLASSES; i++) {
            Path file = sources.resolve("p" + i % 8).resolve("C" + i + ".java");
            Files.createDirectories(sources.resolve("p" + i % 8));
            Files.writeString(file, source(i));
        }
        System.out.println("compiled " + compile(sources, classes));
        try (Stream<Path> made = Files.walk(classes)) {
            int hash = 0;
            int count = 0;
            for (Path file : made.filter(Files::isRegularFile).sorted().toList()) {
                hash = 31 * hash + Arrays.hashCode(Files.readAllBytes(file));
                count++;
            }
            System.out.println(count + " class files with hash " + Integer.toHexString(hash));
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            int last = CLASSES - 1;
            Object sum = loader.loadClass("p" + last % 8 + ".C" + last)
                    .getMethod("sum")
                    .invoke(null);
            System.out.println("sum " + sum);
        }
    }

    /** Each class uses the one before it, in another package. */
    private static String source(int number) {
        String before = number == 0 ? "0" : "p" + (number - 1) % 8 + ".C" + (number - 1) + ".sum()";
        return "package p" + number % 8 + ";\npublic class C" + number + " {\n"
                + "    public record Part(int a, String b) {}\n"
                + "    public static int sum() {\n        java.util.function.IntUnaryOperator add = x -> x + "
                + number + ";\n        return add.applyAsInt(" + before + ");\n    }\n}\n";
    }

    private static boolean compile(Path sources, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> found = Files.walk(sources)) {
            List<File> all = new ArrayList<>();
            found.filter(Files::isRegularFile).sorted().forEach(file -> all.add(file.toFile()));
            List<String> options = List.of("-d", classes.toString(), "-proc:none");
            return compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromFiles(all))
                    .call();
        }
    }
}
