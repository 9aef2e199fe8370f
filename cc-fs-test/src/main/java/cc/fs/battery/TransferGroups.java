package cc.fs.battery;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that go from channel to channel without the program's seeing them. */
final class TransferGroups {
    private TransferGroups() {}

    static void addTo(Groups groups) {
        groups.add("transfer.to-file", TransferGroups::toFile);
        groups.add("transfer.from-file", TransferGroups::fromFile);
        groups.add("transfer.same-file", TransferGroups::sameFile);
        groups.add("transfer.large", TransferGroups::large);
        groups.add("transfer.to-socket", TransferGroups::toSocket);
        groups.add("transfer.from-socket", TransferGroups::fromSocket);
        groups.add("transfer.streams", TransferGroups::streams);
        groups.add("transfer.others", TransferGroups::others);
    }

    private static FileChannel open(Path path) throws java.io.IOException {
        return FileChannel.open(path, READ, WRITE, CREATE);
    }

    private static void toFile(Scene scene) throws Exception {
        try (FileChannel from = open(scene.text("from", "0123456789"));
                FileChannel to = open(scene.path("to"))) {
            scene.tell("some", () -> from.transferTo(2, 4, to));
            scene.tell("source's position", from::position);
            scene.tell("target's position", to::position);
            scene.tell("more than there is", () -> from.transferTo(8, 100, to));
            scene.tell("nothing", () -> from.transferTo(0, 0, to));
            scene.tell("past the end", () -> from.transferTo(20, 5, to));
            scene.tell("at a negative place", () -> from.transferTo(-1, 5, to));
            scene.tell("a negative number", () -> from.transferTo(0, -5, to));
            scene.tell("to nothing", () -> from.transferTo(0, 5, Absent.value()));
        }
        scene.tell("content", () -> Files.readString(scene.path("to")));
        try (FileChannel from = open(scene.path("from"));
                FileChannel appended = FileChannel.open(scene.path("to"), APPEND)) {
            scene.tell("appended", () -> from.transferTo(0, 3, appended));
        }
        scene.tell("content then", () -> Files.readString(scene.path("to")));
    }

    private static void fromFile(Scene scene) throws Exception {
        try (FileChannel from = open(scene.text("from", "0123456789"));
                FileChannel to = open(scene.text("to", "abcdef"))) {
            from.position(3);
            scene.tell("some", () -> to.transferFrom(from, 1, 2));
            scene.tell("source's position", from::position);
            scene.tell("target's position", to::position);
            scene.tell("more than there is", () -> to.transferFrom(from, 4, 100));
            scene.tell("from the end", () -> to.transferFrom(from, 0, 3));
            from.position(0);
            scene.tell("past the end of the target", () -> to.transferFrom(from, 50, 3));
            scene.tell("at a negative place", () -> to.transferFrom(from, -1, 3));
            scene.tell("target's size", to::size);
        }
        scene.tell("content", () -> Files.readAllBytes(scene.path("to")));
    }

    private static void sameFile(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel one = open(path);
                FileChannel other = open(path)) {
            other.position(10);
            scene.tell("to another channel of it", () -> one.transferTo(0, 5, other));
            scene.tell("from another channel of it", () -> {
                other.position(2);
                return one.transferFrom(other, 15, 3);
            });
        }
        scene.tell("content", () -> Files.readString(path));
    }

    private static void large(Scene scene) throws Exception {
        byte[] bytes = new byte[9_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 13 >> 4);
        }
        Path path = scene.path("from");
        Files.write(path, bytes);
        try (FileChannel from = open(path);
                FileChannel to = open(scene.path("to"));
                FileChannel back = open(scene.path("back"))) {
            scene.tell("to", () -> {
                long done = 0;
                while (done < bytes.length) {
                    done += from.transferTo(done, bytes.length - done, to);
                }
                return done;
            });
            to.position(0);
            scene.tell("from", () -> {
                long done = 0;
                while (done < bytes.length) {
                    done += back.transferFrom(to, done, bytes.length - done);
                }
                return done;
            });
        }
        scene.tell("equal", () -> Files.mismatch(path, scene.path("back")));
    }

    /** Both ends of a connection on this machine. */
    private record Line(SocketChannel near, SocketChannel far) implements AutoCloseable {
        static Line open() throws java.io.IOException {
            try (ServerSocketChannel server =
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                SocketChannel near = SocketChannel.open(server.getLocalAddress());
                return new Line(near, server.accept());
            }
        }

        @Override
        public void close() throws java.io.IOException {
            near.close();
            far.close();
        }
    }

    private static void toSocket(Scene scene) throws Exception {
        byte[] bytes = new byte[60_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 5 >> 2);
        }
        Path path = scene.path("from");
        Files.write(path, bytes);
        try (FileChannel from = open(path);
                Line line = Line.open()) {
            scene.tell("all", () -> {
                long done = 0;
                while (done < bytes.length) {
                    done += from.transferTo(done, bytes.length - done, line.near());
                }
                return done;
            });
            line.near().shutdownOutput();
            scene.tell("received", () -> line.far().socket().getInputStream().readAllBytes());
            scene.tell("after shutting down", () -> from.transferTo(0, 10, line.near()));
            line.near().close();
            scene.tell("closed", () -> from.transferTo(0, 10, line.near()));
        }
    }

    private static void fromSocket(Scene scene) throws Exception {
        Path path = scene.text("to", "begin:");
        try (FileChannel to = open(path);
                Line line = Line.open()) {
            line.near().write(ByteBuffer.wrap(new byte[5000]));
            line.near().shutdownOutput();
            scene.tell("all", () -> {
                long done = 0;
                long step;
                while ((step = to.transferFrom(line.far(), 6 + done, 10_000)) > 0) {
                    done += step;
                }
                return done;
            });
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void streams(Scene scene) throws Exception {
        Path path = scene.text("from", "0123456789");
        try (FileInputStream in = new FileInputStream(path.toFile());
                FileOutputStream out = new FileOutputStream(scene.file("to"))) {
            scene.tell("skip", () -> in.skip(2));
            scene.tell("to an output", () -> in.transferTo(out));
        }
        scene.tell("content", () -> Files.readString(scene.path("to")));
        try (var in = Files.newInputStream(path);
                var out = Files.newOutputStream(scene.path("to2"))) {
            scene.tell("by channels", () -> in.transferTo(out));
            scene.tell("again", () -> in.transferTo(out));
        }
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket near = new Socket(server.getInetAddress(), server.getLocalPort());
                Socket far = server.accept();
                FileInputStream in = new FileInputStream(path.toFile())) {
            scene.tell("to a socket", () -> in.transferTo(near.getOutputStream()));
            near.shutdownOutput();
            scene.tell("received", () -> far.getInputStream().readAllBytes());
        }
    }

    private static void others(Scene scene) throws Exception {
        Path path = scene.text("from", "0123456789");
        try (FileChannel channel = open(path)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            scene.tell("to a stream's channel", () -> channel.transferTo(3, 4, Channels.newChannel(out)));
            scene.note("received", out.toByteArray());
            ByteArrayInputStream in = new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8));
            scene.tell("from a stream's channel", () -> channel.transferFrom(Channels.newChannel(in), 10, 3));
            Pipe pipe = Pipe.open();
            try (Pipe.SourceChannel source = pipe.source();
                    Pipe.SinkChannel sink = pipe.sink()) {
                scene.tell("to a pipe", () -> channel.transferTo(0, 6, sink));
                scene.tell("from a pipe", () -> channel.transferFrom(source, 13, 6));
            }
        }
        scene.tell("content", () -> Files.readString(path));
    }
}
