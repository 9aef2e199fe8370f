package cc.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.ClipboardText;
import cc.protocol.message.Frame;
import cc.protocol.message.ToScreen;
import com.google.protobuf.ByteString;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameChannelTest {
    @Test
    void messagesOfAllSizesArriveWholeOverASocket(@TempDir Path directory) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("s"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            SocketChannel connected = SocketChannel.open(address);
            try (FrameChannel peer = new FrameChannel(server.accept())) {
                int[] sizes = {0, 1, 5, 8000, 8192, 65_536, 300_000, 5_000_000, 3};
                CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(connected, sizes));
                for (int size : sizes) {
                    assertThat(peer.read(ToScreen.parser(), 6_000_000)).isEqualTo(frame(size));
                }
                assertThat(peer.read(ToScreen.parser(), 10)).isNull();
                writing.join();
            }
        }
    }

    private static void write(SocketChannel socket, int[] sizes) {
        try (FrameChannel channel = new FrameChannel(socket)) {
            for (int size : sizes) {
                channel.write(frame(size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bytesMayArriveOneByOne() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FrameChannel writer = new FrameChannel(InputStream.nullInputStream(), out)) {
            writer.write(frame(10));
        }
        InputStream slow = new ByteArrayInputStream(out.toByteArray()) {
            @Override
            public synchronized int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(1, len));
            }
        };
        try (FrameChannel reader = new FrameChannel(slow, OutputStream.nullOutputStream())) {
            assertThat(reader.read(ToScreen.parser(), 1000)).isEqualTo(frame(10));
            assertThat(reader.read(1000)).isNull();
        }
    }

    @Test
    void tooLongAMessageIsRefusedBeforeItsBytesAreRead() throws Exception {
        assertThatThrownBy(() -> reader(0, 0, 4, 1).read(1024))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("1025")
                .hasMessageContaining("1024");
        assertThatThrownBy(() -> reader(0xff, 0xff, 0xff, 0xff).read(1024))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("4294967295");
    }

    @Test
    void anEndWithinAMessageIsNotAnEnd() throws Exception {
        assertThatThrownBy(() -> reader(0, 0).read(9)).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> reader(0, 0, 0, 3, 1, 2).read(9))
                .isInstanceOf(EOFException.class)
                .hasMessageContaining("2 of 3");
    }

    @Test
    void malformedMessagesAreNamed() throws Exception {
        assertThatThrownBy(() -> reader(0, 0, 0, 2, 0x0a, 0x7f).read(ClipboardText.parser(), 9))
                .isInstanceOf(ProtocolException.class);
    }

    private static FrameChannel reader(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new FrameChannel(new ByteArrayInputStream(all), OutputStream.nullOutputStream());
    }

    private static ToScreen frame(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return ToScreen.newBuilder()
                .setFrame(Frame.newBuilder().setSequence(size).setCommands(ByteString.copyFrom(bytes)))
                .build();
    }
}
