package cc.agent.bake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.jar.asm.ClassReader;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a JDK's module {@code java.base}, read from its image: of any JDK on this machine, whichever runs this.
 *
 * @param exported packages that every program can use, with slashes
 */
record JavaBase(Map<String, ClassFacts> classes, Map<String, byte[]> files, Set<String> exported) {
    static JavaBase of(Path javaHome) throws IOException {
        JavaBase base = new JavaBase(new HashMap<>(), new HashMap<>(), new HashSet<>());
        try (FileSystem image =
                        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", javaHome.toString()));
                Stream<Path> paths = Files.walk(image.getPath("/modules/java.base"))) {
            for (Path path :
                    paths.filter(file -> file.toString().endsWith(".class")).toList()) {
                base.read(Files.readAllBytes(path));
            }
        }
        return base;
    }

    private void read(byte[] file) {
        CallReader reader = new CallReader(exported);
        new ClassReader(file).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        ClassFacts facts = reader.facts();
        if (facts != null) {
            classes.put(facts.name(), facts);
            files.put(facts.name().replace('/', '.'), file);
        }
    }

    /** For Byte Buddy. */
    ClassFileLocator locator() {
        return new ClassFileLocator.Simple(files);
    }

    /** A class and its superclasses, as far as they are here. */
    List<ClassFacts> lineOf(String name) {
        return Stream.<ClassFacts>iterate(classes.get(name), facts -> facts != null, this::parentOf)
                .toList();
    }

    private @Nullable ClassFacts parentOf(ClassFacts facts) {
        return facts.parent() == null ? null : classes.get(facts.parent());
    }

    /** All classes and interfaces that a class is, itself among them. */
    Set<String> kindsOf(String name) {
        Set<String> kinds = new HashSet<>();
        collectKinds(name, kinds);
        return kinds;
    }

    private void collectKinds(String name, Set<String> kinds) {
        ClassFacts facts = classes.get(name);
        if (facts == null || !kinds.add(name)) {
            return;
        }
        facts.interfaces().forEach(each -> collectKinds(each, kinds));
        if (facts.parent() != null) {
            collectKinds(facts.parent(), kinds);
        }
    }
}
