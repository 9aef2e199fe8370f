package cc.bench;

import cc.protocol.message.Attach;
import cc.protocol.message.Frame;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedInputStream;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** One viewer of a program: speaks what a browser speaks, but draws nothing, so that a hundred of them cost little. */
final class ViewerSocket implements Closeable {
    private static final int PROTOCOL_VERSION = 1;
    private static final int OPCODE_BINARY = 2;
    private static final int OPCODE_CLOSE = 8;
    private static final int OPCODE_PING = 9;
    private static final int OPCODE_PONG = 10;
    private static final int FINAL_FRAGMENT = 0x80;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int LENGTH_16_BIT = 126;
    private static final int LENGTH_64_BIT = 127;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Inflater inflater = new Inflater(true);
    private final byte[] inflated = new byte[64 << 10];
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private long bytesDown;

    private ViewerSocket(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = socket.getOutputStream();
    }

    /** Exchanges a one-time address for the cookie that any number of viewers may use. */
    static String cookie(URI address) throws IOException {
        try (ViewerSocket http = new ViewerSocket(connect(address))) {
            String head = http.request(
                    "GET " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                            + address.getAuthority() + "\r\nConnection: close\r\n\r\n");
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, "Set-Cookie:", 0, 11)) {
                    return line.substring(11).trim().split(";")[0];
                }
            }
            throw new IOException("no cookie at " + address + ":\n" + head);
        }
    }

    /** Opens a viewer's WebSocket and introduces it. */
    static ViewerSocket attach(URI address, String cookie) throws IOException {
        ViewerSocket viewer = new ViewerSocket(connect(address));
        String head = viewer.request("GET " + address.getRawPath() + "/socket HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nOrigin: " + address.getScheme() + "://" + address.getAuthority() + "\r\nCookie: " + cookie
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n");
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        viewer.send(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder()
                        .setProtocolVersion(PROTOCOL_VERSION)
                        .setDevicePixelRatio(1))
                .build());
        return viewer;
    }

    private static Socket connect(URI address) throws IOException {
        SocketChannel channel = SocketChannel.open(new InetSocketAddress(address.getHost(), address.getPort()));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        return channel.socket();
    }

    private String request(String head) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) in.readUnsignedByte());
        }
        return answer.toString();
    }

    /** Waits for the next frame of drawing, and acknowledges it. Everything else that comes is passed over. */
    Frame nextFrame() throws IOException {
        for (;;) {
            ToScreen message = nextMessage();
            if (message.hasFrame()) {
                send(FromScreen.newBuilder()
                        .setAck(FrameAck.newBuilder().setSequence(message.getFrame().getSequence()))
                        .build());
                return message.getFrame();
            }
        }
    }

    /** What this viewer reads from and writes to, for one who goes on with it before anything was read. */
    SocketChannel channel() {
        return socket.getChannel();
    }

    /** Payload bytes of all that came. */
    long bytesDown() {
        return bytesDown;
    }

    private ToScreen nextMessage() throws IOException {
        for (;;) {
            byte[] bytes = unread.toByteArray();
            CodedInputStream input = CodedInputStream.newInstance(bytes);
            if (bytes.length > 0) {
                try {
                    int length = input.readRawVarint32();
                    int start = input.getTotalBytesRead();
                    if (bytes.length - start >= length) {
                        unread.reset();
                        unread.write(bytes, start + length, bytes.length - start - length);
                        return ToScreen.parseFrom(
                                java.nio.ByteBuffer.wrap(bytes, start, length));
                    }
                } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                    if (bytes.length >= 5) {
                        throw e;
                    }
                }
            }
            inflate(nextBinary());
        }
    }

    private void inflate(byte[] deflated) throws IOException {
        inflater.setInput(deflated);
        try {
            for (int count; (count = inflater.inflate(inflated)) > 0; ) {
                unread.write(inflated, 0, count);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }

    private byte[] nextBinary() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (;;) {
            int first = in.readUnsignedByte();
            int opcode = first & 0xF;
            byte[] payload = new byte[payloadLength(in.readUnsignedByte())];
            in.readFully(payload);
            switch (opcode) {
                case OPCODE_PING -> write(OPCODE_PONG, payload);
                case OPCODE_PONG -> {}
                case OPCODE_CLOSE -> throw new EOFException(
                        "closed: " + new String(payload, Math.min(2, payload.length), Math.max(0, payload.length - 2), StandardCharsets.UTF_8));
                default -> {
                    bytesDown += payload.length;
                    message.writeBytes(payload);
                    if ((first & FINAL_FRAGMENT) != 0) {
                        return message.toByteArray();
                    }
                }
            }
        }
    }

    private int payloadLength(int shortLength) throws IOException {
        return switch (shortLength) {
            case LENGTH_16_BIT -> in.readUnsignedShort();
            case LENGTH_64_BIT -> Math.toIntExact(in.readLong());
            default -> shortLength;
        };
    }

    private void send(FromScreen message) throws IOException {
        out.write(frame(message));
    }

    /** A message as a WebSocket frame. */
    static byte[] frame(FromScreen message) {
        return frame(OPCODE_BINARY, message.toByteArray());
    }

    private void write(int opcode, byte[] payload) throws IOException {
        out.write(frame(opcode, payload));
    }

    /** A short frame; its mask is zero. */
    private static byte[] frame(int opcode, byte[] payload) {
        if (payload.length >= LENGTH_16_BIT) {
            throw new IllegalArgumentException(payload.length + " bytes are too many for a short frame");
        }
        byte[] frame = new byte[2 + MASK_BYTES + payload.length];
        frame[0] = (byte) (FINAL_FRAGMENT | opcode);
        frame[1] = (byte) (MASKED | payload.length);
        System.arraycopy(payload, 0, frame, 2 + MASK_BYTES, payload.length);
        return frame;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        socket.close();
    }
}
