package cc.fs.battery;

import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.imageio.ImageIO;

/** What the virtual machine and its libraries load: classes, resources, native libraries, fonts, pictures. */
final class LoadingGroups {
    private static final String CLASS_FILE = "cc/fs/battery/Loaded.class";
    private static final Path FONT = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");

    private LoadingGroups() {}

    static void addTo(Groups groups) {
        groups.add("load.classes", LoadingGroups::classes);
        groups.add("load.jar", LoadingGroups::jar);
        groups.add("load.resources", LoadingGroups::resources);
        groups.add("load.native", LoadingGroups::nativeLibrary);
        groups.add("load.font", LoadingGroups::font);
        groups.add("load.picture", LoadingGroups::picture);
    }

    private static byte[] classFile() throws Exception {
        try (InputStream in = Objects.requireNonNull(LoadingGroups.class.getResourceAsStream("Loaded.class"))) {
            return in.readAllBytes();
        }
    }

    private static URLClassLoader loader(Path place) throws Exception {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static Object make(URLClassLoader loader) throws Exception {
        Class<?> type = loader.loadClass("cc.fs.battery.Loaded");
        return ((Supplier<?>) type.getConstructor().newInstance()).get();
    }

    private static void classes(Scene scene) throws Exception {
        Files.createDirectories(scene.path("classes/cc/fs/battery"));
        Files.write(scene.path("classes").resolve(CLASS_FILE), classFile());
        try (URLClassLoader loader = loader(scene.path("classes"))) {
            scene.tell("new", () -> make(loader));
            scene.tell("missing", () -> loader.loadClass("cc.fs.battery.Missing"));
            scene.note("its place", loader.getResource(CLASS_FILE));
            scene.note(
                    "its source",
                    loader.loadClass("cc.fs.battery.Loaded")
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation());
        }
        Files.write(scene.path("classes").resolve(CLASS_FILE), new byte[50]);
        try (URLClassLoader loader = loader(scene.path("classes"))) {
            scene.tell("broken", () -> make(loader));
        }
    }

    private static void jar(Scene scene) throws Exception {
        Path jar = scene.path("a.jar");
        try (JarOutputStream out = new JarOutputStream(new FileOutputStream(jar.toFile()))) {
            out.putNextEntry(new ZipEntry(CLASS_FILE));
            out.write(classFile());
            out.putNextEntry(new ZipEntry("META-INF/services/java.util.function.Supplier"));
            out.write("cc.fs.battery.Loaded\n".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        try (URLClassLoader loader = loader(jar)) {
            scene.tell("new", () -> make(loader));
            for (Supplier<?> service : ServiceLoader.load(Supplier.class, loader)) {
                scene.note("service", service.get());
            }
            scene.note("its place", loader.getResource(CLASS_FILE));
        }
        try (URLClassLoader loader = loader(scene.path("missing.jar"))) {
            scene.tell("of a missing jar", () -> make(loader));
        }
        Files.delete(jar);
    }

    private static void resources(Scene scene) throws Exception {
        scene.text("words.properties", "greeting=hello\n");
        scene.text("words_de.properties", "greeting=hallo\n");
        try (URLClassLoader loader = loader(scene.folder())) {
            scene.note(
                    "bundle",
                    ResourceBundle.getBundle("words", Locale.ROOT, loader).getString("greeting"));
            scene.note(
                    "German",
                    ResourceBundle.getBundle("words", Locale.GERMAN, loader).getString("greeting"));
            scene.tell(
                    "stream",
                    () -> Objects.requireNonNull(loader.getResourceAsStream("words.properties"))
                            .readAllBytes());
            scene.note("missing", loader.getResource("nothing"));
            scene.note("found", java.util.Collections.list(loader.findResources("words.properties")));
        }
    }

    private static void nativeLibrary(Scene scene) throws Exception {
        Path original = Path.of(System.getProperty("java.home"), "lib", "libextnet.so");
        Path copy = Files.copy(original, scene.path("libcopied.so"));
        scene.act("copied", () -> System.load(copy.toString()));
        scene.act("again", () -> System.load(copy.toString()));
        scene.act("missing", () -> System.load(scene.path("libmissing.so").toString()));
        scene.act(
                "no library", () -> System.load(scene.text("libtext.so", "text").toString()));
        scene.act("empty", () -> System.load(scene.text("libempty.so", "").toString()));
        scene.act("folder", () -> System.load(scene.folder().toString()));
        scene.act("relative", () -> System.load("libcopied.so"));
        Files.delete(copy);
    }

    private static void font(Scene scene) throws Exception {
        if (!Files.exists(FONT)) {
            scene.skip(FONT + " is missing: apt-get install fonts-dejavu-core");
            return;
        }
        File file = Files.copy(FONT, scene.path("font.ttf")).toFile();
        Font font = Font.createFont(Font.TRUETYPE_FONT, file);
        scene.note("name", font.getFontName(Locale.ROOT));
        scene.note("family", font.getFamily(Locale.ROOT));
        scene.note("can show", font.canDisplay('\u20ac'));
        scene.note("glyphs", font.getNumGlyphs());
        try (InputStream in = Files.newInputStream(file.toPath())) {
            scene.note("of a stream", Font.createFont(Font.TRUETYPE_FONT, in).getFontName(Locale.ROOT));
        }
        scene.tell("several", () -> Font.createFonts(file).length);
        scene.tell(
                "text",
                () -> Font.createFont(
                        Font.TRUETYPE_FONT, scene.text("text.ttf", "no font").toFile()));
        scene.tell("missing", () -> Font.createFont(Font.TRUETYPE_FONT, scene.file("missing.ttf")));
    }

    private static void picture(Scene scene) throws Exception {
        BufferedImage picture = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 4, 0x123456);
        File file = scene.file("picture.png");
        scene.tell("write", () -> ImageIO.write(picture, "png", file));
        scene.tell("read", () -> Integer.toHexString(ImageIO.read(file).getRGB(3, 4)));
        scene.tell("by URL", () -> ImageIO.read(file.toURI().toURL()).getWidth());
        scene.tell("missing", () -> ImageIO.read(scene.file("missing.png")));
        scene.tell("size", () -> Files.size(file.toPath()));
    }
}
