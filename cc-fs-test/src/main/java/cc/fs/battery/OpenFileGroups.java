package cc.fs.battery;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What several holders of one open file see of each other, and what becomes of files that nobody closes. */
final class OpenFileGroups {
    private static final int LEAKED_STREAMS = 200;
    /** Descriptors that the virtual machine may open meanwhile for itself. */
    private static final int OTHER_DESCRIPTORS = 20;

    private OpenFileGroups() {}

    static void addTo(Groups groups) {
        groups.add("open.descriptor-shared", OpenFileGroups::descriptorShared);
        groups.add("open.descriptor-sync", OpenFileGroups::descriptorSync);
        groups.add("open.channel-shares-position", OpenFileGroups::channelSharesPosition);
        groups.add("open.seen-by-others", OpenFileGroups::seenByOthers);
        groups.add("open.deleted-meanwhile", OpenFileGroups::deletedMeanwhile);
        groups.add("open.renamed-meanwhile", OpenFileGroups::renamedMeanwhile);
        groups.add("open.replaced-meanwhile", OpenFileGroups::replacedMeanwhile);
        groups.add("open.truncated-meanwhile", OpenFileGroups::truncatedMeanwhile);
        groups.add("open.leaked", OpenFileGroups::leaked);
        groups.add("open.many", OpenFileGroups::many);
    }

    private static void descriptorShared(Scene scene) throws Exception {
        File file = scene.text("digits", "0123456789").toFile();
        try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
            FileDescriptor descriptor = access.getFD();
            FileInputStream in = new FileInputStream(descriptor);
            FileOutputStream out = new FileOutputStream(descriptor);
            scene.note("same descriptor", in.getFD() == out.getFD());
            scene.tell("read", () -> in.readNBytes(2));
            scene.act("write", () -> out.write('x'));
            scene.tell("position", access::getFilePointer);
            scene.tell("read on", in::read);
            access.seek(8);
            scene.tell("read after seeking", in::read);
            in.close();
            scene.note("valid after one was closed", descriptor.valid());
            scene.act("write through another", () -> out.write('y'));
            scene.tell("read through the first", access::read);
        }
        scene.tell("content", () -> Files.readString(file.toPath()));
        scene.tell("an invalid descriptor", () -> new FileInputStream(new FileDescriptor()).read());
        scene.tell("no descriptor", () -> new FileInputStream(Absent.<FileDescriptor>value()));
    }

    private static void descriptorSync(Scene scene) throws Exception {
        File file = scene.file("synced");
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write("text".getBytes(StandardCharsets.UTF_8));
            scene.act("an output's", () -> out.getFD().sync());
        }
        try (FileInputStream in = new FileInputStream(file)) {
            scene.act("an input's", () -> in.getFD().sync());
        }
        try (RandomAccessFile access = new RandomAccessFile(file, "rw")) {
            access.setLength(2);
            scene.act("after shortening", () -> access.getFD().sync());
        }
        scene.tell("content", () -> Files.readString(file.toPath()));
        scene.act("of nothing", () -> new FileDescriptor().sync());
    }

    private static void channelSharesPosition(Scene scene) throws Exception {
        File file = scene.text("digits", "0123456789").toFile();
        try (FileInputStream in = new FileInputStream(file)) {
            scene.tell("stream", () -> in.readNBytes(3));
            scene.tell("channel's position", () -> in.getChannel().position());
            scene.tell("channel", () -> in.getChannel().read(ByteBuffer.allocate(2)));
            scene.tell("stream after the channel", in::read);
            in.getChannel().position(9);
            scene.tell("stream after moving the channel", in::read);
            in.getChannel().close();
            scene.tell("stream after closing the channel", in::read);
        }
        try (FileOutputStream out = new FileOutputStream(file)) {
            out.write("abc".getBytes(StandardCharsets.UTF_8));
            out.getChannel().position(1);
            out.write('x');
            scene.tell("output's position", () -> out.getChannel().position());
            var channel = out.getChannel();
            scene.note("the same channel", out.getChannel() == channel);
        }
        scene.tell("content", () -> Files.readString(file.toPath()));
    }

    private static void seenByOthers(Scene scene) throws Exception {
        File file = scene.text("shared", "....").toFile();
        try (RandomAccessFile one = new RandomAccessFile(file, "rw");
                RandomAccessFile other = new RandomAccessFile(file, "rw");
                InputStream in = new FileInputStream(file)) {
            one.write('a');
            scene.tell("one byte", other::read);
            other.write('b');
            scene.tell("both bytes", () -> in.readNBytes(2));
            one.setLength(10);
            scene.tell("length", other::length);
            other.setLength(1);
            scene.tell("length for the first", one::length);
            scene.tell("length by name", file::length);
            scene.tell("rest", in::read);
            one.seek(1);
            one.write('c');
            scene.tell("byte after the end came nearer", in::readAllBytes);
        }
        scene.tell("content", () -> Files.readString(file.toPath()));
    }

    private static void deletedMeanwhile(Scene scene) throws Exception {
        Path path = scene.text("deleted", "0123456789");
        try (RandomAccessFile access = new RandomAccessFile(path.toFile(), "rw")) {
            Files.delete(path);
            scene.note("there", Files.exists(path));
            scene.tell("length", access::length);
            scene.tell("read", access::read);
            scene.act("write", () -> access.write('x'));
            access.seek(0);
            scene.tell("line", access::readLine);
            scene.act("lengthen", () -> access.setLength(20));
            Files.writeString(path, "another");
            scene.tell("length still", access::length);
            scene.act("sync", () -> access.getFD().sync());
        }
        scene.tell("another file of that name", () -> Files.readString(path));
    }

    private static void renamedMeanwhile(Scene scene) throws Exception {
        Path path = scene.text("before", "begin ");
        try (OutputStream out = new FileOutputStream(path.toFile(), true)) {
            out.write('1');
            Files.move(path, scene.path("after"));
            out.write('2');
            Files.createDirectory(scene.path("folder"));
            Files.move(scene.path("after"), scene.path("folder/inside"));
            out.write('3');
            Files.move(scene.path("folder"), scene.path("folder2"));
            out.write('4');
        }
        scene.tell("content", () -> Files.readString(scene.path("folder2/inside")));
        scene.note("old name there", Files.exists(path));
    }

    private static void replacedMeanwhile(Scene scene) throws Exception {
        Path path = scene.text("file", "old content");
        try (InputStream in = new FileInputStream(path.toFile())) {
            scene.tell("beginning", () -> in.readNBytes(4));
            Files.move(scene.text("new", "NEW CONTENT"), path, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            scene.tell("rest", in::readAllBytes);
        }
        scene.tell("by name", () -> Files.readString(path));
    }

    private static void truncatedMeanwhile(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (RandomAccessFile access = new RandomAccessFile(path.toFile(), "rw")) {
            access.seek(6);
            Files.write(path, new byte[0]);
            scene.tell("length", access::length);
            scene.tell("read", access::read);
            access.write('x');
            scene.tell("length after writing", access::length);
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void leaked(Scene scene) throws Exception {
        Path path = scene.path("leaked");
        int before = descriptors();
        leak(path.toFile());
        scene.note("descriptors come back", Await.that(() -> {
            System.gc();
            return descriptors() <= before + OTHER_DESCRIPTORS;
        }));
        scene.tell("written", () -> Files.size(path));
    }

    @SuppressWarnings("resource")
    private static void leak(File file) throws Exception {
        for (int i = 0; i < LEAKED_STREAMS; i++) {
            new FileOutputStream(file, true).write(i);
        }
        for (int i = 0; i < LEAKED_STREAMS; i++) {
            new RandomAccessFile(file, "r").readByte();
        }
    }

    private static int descriptors() {
        String[] open = new File("/proc/self/fd").list();
        return open == null ? 0 : open.length;
    }

    private static void many(Scene scene) throws Exception {
        RandomAccessFile[] files = new RandomAccessFile[300];
        for (int i = 0; i < files.length; i++) {
            files[i] = new RandomAccessFile(scene.file("file" + i), "rw");
            files[i].writeInt(i);
        }
        long sum = 0;
        for (RandomAccessFile file : files) {
            file.seek(0);
            sum += file.readInt();
            file.close();
        }
        scene.note("sum", sum);
        scene.note("files", DirectoryGroups.names(scene.folder()).size());
    }
}
