package cc.fs.battery;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Zip and jar files. */
final class ArchiveGroups {
    private ArchiveGroups() {}

    static void addTo(Groups groups) {
        groups.add("archive.zip", ArchiveGroups::zip);
        groups.add("archive.zip-errors", ArchiveGroups::zipErrors);
        groups.add("archive.zip-replaced", ArchiveGroups::zipReplaced);
        groups.add("archive.jar", ArchiveGroups::jar);
        groups.add("archive.jar-url", ArchiveGroups::jarUrl);
        groups.add("archive.file-system", ArchiveGroups::fileSystem);
        groups.add("archive.gzip", ArchiveGroups::gzip);
    }

    /** Makes a zip file of some entries, the same bytes each time. */
    private static File archive(File file, String... contents) throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(new FileOutputStream(file))) {
            out.setComment("of the battery");
            for (int i = 0; i < contents.length; i++) {
                ZipEntry entry = new ZipEntry("folder/entry" + i);
                entry.setTime(1_000_000_000_000L);
                out.putNextEntry(entry);
                out.write(contents[i].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private static void zip(Scene scene) throws Exception {
        File file = archive(scene.file("a.zip"), "zero", "one", "two".repeat(50_000));
        scene.note("size", file.length());
        try (ZipFile zip = new ZipFile(file)) {
            scene.note(
                    "entries",
                    zip.stream()
                            .map(entry -> entry.getName() + "=" + entry.getSize())
                            .toList());
            scene.note("comment", zip.getComment());
            scene.note("name", zip.getName());
            scene.tell(
                    "content",
                    () -> zip.getInputStream(zip.getEntry("folder/entry1")).readAllBytes());
            scene.tell(
                    "large content",
                    () -> zip.getInputStream(zip.getEntry("folder/entry2")).readAllBytes());
            scene.note("missing entry", zip.getEntry("nothing"));
        }
        try (ZipInputStream in = new ZipInputStream(new FileInputStream(file))) {
            ZipEntry entry;
            while ((entry = in.getNextEntry()) != null) {
                scene.note("streamed " + entry.getName(), in.readAllBytes());
            }
        }
        try (ZipFile zip = new ZipFile(file, ZipFile.OPEN_READ | ZipFile.OPEN_DELETE)) {
            scene.note("there when opened to delete", file.exists());
            scene.tell(
                    "content still",
                    () -> zip.getInputStream(zip.getEntry("folder/entry0")).readAllBytes());
        }
        scene.note("there at last", file.exists());
    }

    private static void zipErrors(Scene scene) throws Exception {
        scene.tell("missing", () -> new ZipFile(scene.file("missing.zip")));
        scene.tell(
                "text",
                () -> new ZipFile(scene.text("text", "This is no zip file, but long enough for one")
                        .toFile()));
        scene.tell("empty", () -> new ZipFile(scene.text("empty", "").toFile()));
        scene.tell("folder", () -> new ZipFile(scene.folder().toFile()));
        byte[] whole =
                Files.readAllBytes(archive(scene.file("whole.zip"), "zero").toPath());
        Files.write(scene.path("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        scene.tell("cut", () -> new ZipFile(scene.file("cut.zip")));
        ZipFile closed = new ZipFile(scene.file("whole.zip"));
        closed.close();
        scene.tell("closed", closed::size);
    }

    /** The JDK shares what it has read of a zip file until the file is another. */
    private static void zipReplaced(Scene scene) throws Exception {
        File file = archive(scene.file("a.zip"), "old");
        try (ZipFile first = new ZipFile(file)) {
            Files.delete(file.toPath());
            archive(file, "new", "newer");
            Files.setLastModifiedTime(file.toPath(), java.nio.file.attribute.FileTime.fromMillis(1_500_000_000_000L));
            try (ZipFile second = new ZipFile(file)) {
                scene.note("new entries", second.size());
            }
            scene.note("old entries", first.size());
            scene.tell(
                    "old content",
                    () -> first.getInputStream(first.getEntry("folder/entry0")).readAllBytes());
        }
    }

    private static File jarFile(File file) throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Battery", "charged");
        try (JarOutputStream out = new JarOutputStream(new FileOutputStream(file), manifest)) {
            out.putNextEntry(new ZipEntry("text.txt"));
            out.write("in a jar".getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
        return file;
    }

    private static void jar(Scene scene) throws Exception {
        try (JarFile jar = new JarFile(jarFile(scene.file("a.jar")))) {
            scene.note("manifest", jar.getManifest().getMainAttributes().getValue("Battery"));
            scene.note("entries", jar.stream().map(ZipEntry::getName).toList());
            scene.note("multi-release", jar.isMultiRelease());
            scene.tell(
                    "content",
                    () -> jar.getInputStream(jar.getJarEntry("text.txt")).readAllBytes());
        }
        // It has the time in it.
        Files.delete(scene.path("a.jar"));
    }

    private static void jarUrl(Scene scene) throws Exception {
        URI jar = jarFile(scene.file("two words.jar")).toURI();
        URL url = URI.create("jar:" + jar + "!/text.txt").toURL();
        scene.tell("content", () -> url.openStream().readAllBytes());
        scene.tell("length", () -> url.openConnection().getContentLength());
        JarURLConnection connection = (JarURLConnection) url.openConnection();
        connection.setUseCaches(false);
        scene.tell("manifest", () -> connection.getMainAttributes().getValue("Battery"));
        connection.getJarFile().close();
        scene.tell(
                "missing entry",
                () -> URI.create("jar:" + jar + "!/nothing").toURL().openStream());
        scene.tell(
                "missing jar",
                () -> URI.create("jar:" + scene.path("missing.jar").toUri() + "!/x")
                        .toURL()
                        .openStream());
        Files.delete(scene.path("two words.jar"));
    }

    private static void fileSystem(Scene scene) throws Exception {
        Path zip = scene.path("fs.zip");
        try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Files.writeString(files.getPath("/one"), "first");
            Files.createDirectories(files.getPath("/a/b"));
            Files.write(files.getPath("/a/b/two"), List.of("x", "y"));
            Files.copy(scene.text("outside", "from outside"), files.getPath("/copied"));
        }
        scene.note("made", Files.size(zip) > 0);
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            scene.tell("read", () -> Files.readString(files.getPath("/one")));
            scene.note("tree", DirectoryGroups.tree(files.getPath("/")));
            scene.tell("copy out", () -> Files.copy(files.getPath("/copied"), scene.path("back")));
            Files.delete(files.getPath("/one"));
            Files.writeString(files.getPath("/a/b/two"), "changed");
        }
        scene.note("copied out", Files.readString(scene.path("back")));
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of())) {
            scene.note("tree then", DirectoryGroups.tree(files.getPath("/")));
            scene.tell("changed", () -> Files.readString(files.getPath("/a/b/two")));
            scene.tell("opened again", () -> FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of()));
            scene.tell(
                    "file store", () -> Files.getFileStore(files.getPath("/")).type());
        }
        scene.tell("missing", () -> FileSystems.newFileSystem(scene.path("missing.zip")));
        scene.tell("no zip", () -> FileSystems.newFileSystem(scene.path("outside")));
        Files.delete(zip);
    }

    private static void gzip(Scene scene) throws Exception {
        try (GZIPOutputStream out = new GZIPOutputStream(new FileOutputStream(scene.file("a.gz")))) {
            out.write("gzip ".repeat(10_000).getBytes(StandardCharsets.UTF_8));
        }
        scene.tell("size", () -> Files.size(scene.path("a.gz")));
        try (InputStream in = new GZIPInputStream(new FileInputStream(scene.file("a.gz")))) {
            scene.tell("content", in::readAllBytes);
        }
        scene.tell(
                "no gzip",
                () -> new GZIPInputStream(
                        new FileInputStream(scene.text("text", "no gzip").toFile())));
    }
}
