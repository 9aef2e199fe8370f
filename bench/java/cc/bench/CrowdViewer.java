package cc.bench;

import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One of many viewers: cuts what comes into WebSocket messages, finds out their frames, and acknowledges these. */
final class CrowdViewer {
    private static final int OPCODE = 0xF;
    private static final int OPCODE_CLOSE = 8;
    private static final int OPCODE_BINARY = 2;
    private static final int FINAL_FRAGMENT = 0x80;
    private static final int LENGTH_16_BIT = 126;
    private static final int MAX_HEADER_BYTES = 10;

    private final SocketChannel channel;
    private final SharedPieces shared;
    private final PieceReader own = new PieceReader();
    private final boolean stopsReading;
    private final ByteBuffer header = ByteBuffer.allocate(MAX_HEADER_BYTES);
    private final ByteArrayOutputStream message = new ByteArrayOutputStream();
    private ByteBuffer payload;
    private int frames;
    private boolean connected = true;

    /**
     * @param shared reads pieces that others are sent too; null: this viewer inflates everything itself
     * @param stopsReading after the first frame
     */
    CrowdViewer(SocketChannel channel, SharedPieces shared, boolean stopsReading) {
        this.channel = channel;
        this.shared = shared;
        this.stopsReading = stopsReading;
    }

    void register(Selector selector) throws IOException {
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean stopsReading() {
        return stopsReading;
    }

    boolean isConnected() {
        return connected;
    }

    /** How many frames came since the last call. */
    int takeFrames() {
        int taken = frames;
        frames = 0;
        return taken;
    }

    /** Takes what there is to read. */
    void read(SelectionKey key, ByteBuffer buffer) {
        try {
            buffer.clear();
            if (channel.read(buffer) < 0) {
                throw new EOFException("end of stream");
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                take(buffer);
            }
            if (stopsReading && frames > 0) {
                key.cancel();
            }
        } catch (IOException e) {
            System.out.println("viewer ended: " + e.getMessage());
            connected = false;
            key.cancel();
        }
    }

    private void take(ByteBuffer buffer) throws IOException {
        if (payload == null) {
            header.put(buffer.get());
            if (header.position() < headerBytes()) {
                return;
            }
            if ((header.get(0) & OPCODE) == OPCODE_CLOSE) {
                throw new EOFException("closed");
            }
            payload = ByteBuffer.allocate(payloadBytes());
        }
        int count = Math.min(buffer.remaining(), payload.remaining());
        payload.put(payload.position(), buffer, buffer.position(), count).position(payload.position() + count);
        buffer.position(buffer.position() + count);
        if (!payload.hasRemaining()) {
            byte[] fragment = payload.array();
            int first = header.get(0);
            payload = null;
            header.clear();
            if ((first & OPCODE) <= OPCODE_BINARY) {
                takeFragment(fragment, (first & FINAL_FRAGMENT) != 0);
            }
        }
    }

    private void takeFragment(byte[] fragment, boolean last) throws IOException {
        byte[] whole = fragment;
        if (message.size() > 0 || !last) {
            message.writeBytes(fragment);
            whole = message.toByteArray();
        }
        if (last) {
            message.reset();
            acknowledge(shared == null ? own.read(whole) : shared.read(whole));
        }
    }

    private int headerBytes() {
        if (header.position() < 2) {
            return 2;
        }
        int length = header.get(1);
        return length < LENGTH_16_BIT ? 2 : length == LENGTH_16_BIT ? 4 : MAX_HEADER_BYTES;
    }

    private int payloadBytes() {
        int length = header.get(1);
        return length < LENGTH_16_BIT
                ? length
                : length == LENGTH_16_BIT ? header.getChar(2) : Math.toIntExact(header.getLong(2));
    }

    private void acknowledge(PieceReader.Frames read) throws IOException {
        if (read.count() > 0) {
            frames += read.count();
            channel.write(ByteBuffer.wrap(ViewerSocket.frame(FromScreen.newBuilder()
                    .setAck(FrameAck.newBuilder().setSequence(read.lastSequence()))
                    .build())));
        }
    }
}
