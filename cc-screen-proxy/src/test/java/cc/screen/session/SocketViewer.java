package cc.screen.session;

import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A viewer at the other end of a real connection, without a thread of its own, so that there can be many. */
final class SocketViewer implements Viewer, AutoCloseable {
    private static final int OPCODE = 0x0F;
    private static final int OPCODE_BINARY = 2;
    private static final int OPCODE_CLOSE = 8;
    private static final int FINAL_FRAGMENT = 0x80;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int LENGTH_16_BIT = 126;
    private static final int READ_BYTES = 64 << 10;

    final FakeViewer seen = FakeViewer.speakingTo(this);
    boolean closed;

    /** Says nothing any more. */
    boolean silent;

    private final SocketChannel channel;
    private final Inflater inflater = new Inflater(true);
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private ByteBuffer unread = ByteBuffer.allocate(0);

    private SocketViewer(SocketChannel channel) {
        this.channel = channel;
    }

    /** Exchanges a one-time address for a cookie that any number of viewers may use. */
    static String cookie(URI address) throws IOException {
        try (SocketChannel channel = connect(address)) {
            String answer = request(channel, address, address.getRawPath() + "?" + address.getRawQuery(), "");
            int from = answer.indexOf("Set-Cookie:") + "Set-Cookie:".length();
            return answer.substring(from, answer.indexOf(';', from)).trim();
        }
    }

    /** Opens a WebSocket and introduces the viewer. */
    static SocketViewer attach(URI address, String cookie) throws IOException {
        SocketChannel channel = connect(address);
        String answer = request(
                channel,
                address,
                address.getRawPath() + "/socket",
                "Origin: http://" + address.getAuthority() + "\r\nCookie: " + cookie
                        + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n");
        if (!answer.startsWith("HTTP/1.1 101")) {
            throw new IOException(answer);
        }
        SocketViewer viewer = new SocketViewer(channel);
        viewer.receive(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT))
                .build());
        return viewer;
    }

    private static SocketChannel connect(URI address) throws IOException {
        return SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
    }

    private static String request(SocketChannel channel, URI address, String path, String headers) throws IOException {
        write(
                channel,
                ("GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf("\r\n\r\n") < 0 && channel.read(one.clear()) > 0) {
            answer.append((char) one.get(0));
        }
        return answer.toString();
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        for (ByteBuffer buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            channel.write(buffer);
        }
    }

    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Takes what has come, and acknowledges it. */
    void read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(unread.remaining() + READ_BYTES).put(unread);
        if (channel.read(buffer) < 0) {
            end();
            return;
        }
        unread = buffer.flip();
        while (!closed && takeFragment()) {}
    }

    /** Takes one WebSocket fragment, if it is there as a whole. */
    private boolean takeFragment() throws IOException {
        unread.mark();
        if (unread.remaining() < 2) {
            return false;
        }
        int first = unread.get();
        int length = unread.get();
        int more = length < LENGTH_16_BIT ? 0 : length == LENGTH_16_BIT ? Short.BYTES : Long.BYTES;
        if (unread.remaining() >= more) {
            long payload = more == 0 ? length : more == Short.BYTES ? unread.getChar() : unread.getLong();
            if (unread.remaining() >= payload) {
                byte[] bytes = new byte[(int) payload];
                unread.get(bytes);
                take(first, bytes);
                return true;
            }
        }
        unread.reset();
        return false;
    }

    private void take(int first, byte[] fragment) throws IOException {
        if ((first & OPCODE) == OPCODE_CLOSE) {
            end();
        } else if ((first & OPCODE) <= OPCODE_BINARY) {
            message.writeBytes(fragment);
            if ((first & FINAL_FRAGMENT) != 0) {
                show(inflate(message.toByteArray()));
                message.reset();
            }
        }
    }

    private void show(byte[] plain) throws IOException {
        List<ToScreen> messages = new ArrayList<>();
        for (CodedInputStream in = CodedInputStream.newInstance(plain); !in.isAtEnd(); ) {
            messages.add(ToScreen.parseFrom(in.readByteArray()));
        }
        seen.send(messages, () -> {});
        seen.take();
        while (!closed && seen.acknowledgeOne()) {}
    }

    private byte[] inflate(byte[] deflated) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        byte[] step = new byte[READ_BYTES];
        inflater.setInput(deflated);
        try {
            for (int count; (count = inflater.inflate(step)) > 0; ) {
                plain.write(step, 0, count);
            }
        } catch (DataFormatException e) {
            throw new AssertionError("what came is not one deflate stream", e);
        }
        return plain.toByteArray();
    }

    private void end() throws IOException {
        closed = true;
        channel.close();
    }

    @Override
    public int id() {
        return 0;
    }

    /** Says something to the screen proxy, as a masked frame whose mask is zero. */
    @Override
    public void receive(FromScreen said) {
        if (silent) {
            return;
        }
        byte[] payload = said.toByteArray();
        byte[] frame = new byte[2 + MASK_BYTES + payload.length];
        frame[0] = (byte) (FINAL_FRAGMENT | OPCODE_BINARY);
        frame[1] = (byte) (MASKED | payload.length);
        System.arraycopy(payload, 0, frame, 2 + MASK_BYTES, payload.length);
        try {
            write(channel, frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void malformed(String what) {
        throw new AssertionError(what);
    }

    @Override
    public void left() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        channel.close();
    }
}
