package cc.node.peer;

import cc.node.trust.Identity;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A member of a community, by its certificate, that says whatever it likes: HTTP/2 frames made by hand (RFC 9113). */
final class RawMember implements Closeable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PUSH_PROMISE = 5;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;
    static final int ACK = 1;
    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    private static final char[] NO_PASSWORD = {};
    private static final int PATIENCE_MS = 20_000;

    record Frame(int type, int flags, int stream, byte[] content) {
        /** What a GOAWAY says, for people. */
        String reason() {
            return new String(content, 8, content.length - 8, StandardCharsets.UTF_8);
        }
    }

    private final SSLSocket socket;

    RawMember(Identity identity, int port) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        Certificate[] chain = {identity.certificate(), identity.authority()};
        store.setKeyEntry("own", identity.key(), NO_PASSWORD, chain);
        store.setCertificateEntry("authority", identity.authority());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(PATIENCE_MS);
        socket.startHandshake();
    }

    /** Says what every conversation begins with. */
    RawMember greeted() throws IOException {
        send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        send(frame(SETTINGS, 0, 0));
        await(SETTINGS);
        send(frame(SETTINGS, ACK, 0));
        return this;
    }

    /** Opens a stream of a kind. */
    void open(int stream, String kind) throws IOException {
        send(frame(HEADERS, END_HEADERS, stream, path(kind)));
    }

    void send(byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (SocketException e) {
            // The other end has heard enough already.
        }
    }

    /** Goes without a word. */
    void vanish() throws IOException {
        socket.close();
    }

    /** All that comes until the other end closes the connection. */
    List<Frame> untilItEnds() throws IOException {
        List<Frame> frames = new ArrayList<>();
        try {
            while (true) {
                frames.add(next());
            }
        } catch (EOFException | SocketException | SSLException e) {
            return frames;
        }
    }

    /** Waits for the first frame of a type. */
    Frame await(int type) throws IOException {
        for (Frame frame = next(); ; frame = next()) {
            if (frame.type() == type) {
                return frame;
            }
        }
    }

    private Frame next() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int lengthAndType = in.readInt();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] content = new byte[lengthAndType >>> 8];
        in.readFully(content);
        return new Frame(lengthAndType & 0xFF, flags, stream, content);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    static byte[] frame(int type, int flags, int stream, int... content) {
        byte[] bytes = new byte[content.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) content[i];
        }
        return frame(type, flags, stream, bytes);
    }

    static byte[] frame(int type, int flags, int stream, byte[] content) {
        byte[] header = header(content.length, type, flags, stream);
        byte[] frame = Arrays.copyOf(header, header.length + content.length);
        System.arraycopy(content, 0, frame, header.length, content.length);
        return frame;
    }

    static byte[] header(int length, int type, int flags, int stream) {
        return new byte[] {
            (byte) (length >> 16),
            (byte) (length >> 8),
            (byte) length,
            (byte) type,
            (byte) flags,
            (byte) (stream >> 24),
            (byte) (stream >> 16),
            (byte) (stream >> 8),
            (byte) stream
        };
    }

    /** A request's headers as HPACK has them (RFC 7541): POST, https, and a path that is spelled out. */
    static byte[] path(String kind) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(0x83);
        block.write(0x87);
        block.write(0x04);
        block.write(1 + kind.length());
        block.writeBytes(("/" + kind).getBytes(StandardCharsets.US_ASCII));
        return block.toByteArray();
    }
}
