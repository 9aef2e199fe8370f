package cc.screen.web;

import cc.protocol.link.LinkLimits;
import cc.protocol.link.SyncDeflater;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import cc.screen.session.SharedPiece;
import cc.screen.session.Viewer;
import cc.screen.session.ViewerLink;
import cc.screen.session.ViewerTerms;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.util.thread.Scheduler;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.exceptions.BadPayloadException;
import org.eclipse.jetty.websocket.api.exceptions.MessageTooLargeException;
import org.eclipse.jetty.websocket.api.exceptions.ProtocolException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A viewer in a browser, at the other end of a WebSocket. */
public final class BrowserLink extends Session.Listener.AbstractAutoDemanding implements ViewerLink {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserLink.class);
    private static final int FIRST_CLOSE_CODE = 4000;
    private static final int MAX_CLOSE_REASON_CHARS = 100;
    private static final int GOODBYE_SECONDS = 2;

    /** Who may only look sends acknowledgements and pings. */
    private static final int MAX_VIEW_ONLY_BYTES = 64 << 10;

    private final Grant grant;
    private final Scheduler scheduler;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private @Nullable Viewer viewer;

    // Guarded by this.
    private boolean closing;
    /** Made when it is needed: pieces that are shared do without. */
    private @Nullable DeflateStream deflate;

    private long bytesWaiting;

    BrowserLink(Grant grant, Scheduler scheduler) {
        this.grant = grant;
        this.scheduler = scheduler;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        // A program may be quiet for hours; that the peer is gone is found out by TCP.
        session.setIdleTimeout(Duration.ZERO);
        super.onWebSocketOpen(session);
        viewer = grant.program().attach(this, ViewerTerms.browser(grant.control()));
    }

    @Override
    public void onWebSocketPartialBinary(ByteBuffer payload, boolean last, Callback callback) {
        int limit = grant.control() ? LinkLimits.MAX_FROM_SCREEN_BYTES : MAX_VIEW_ONLY_BYTES;
        Viewer current = viewer;
        if (current == null || isClosing()) {
            callback.succeed();
            return;
        }
        if (payload.remaining() > limit - received.size()) {
            received.reset();
            current.malformed("a message of more than " + limit + " bytes");
        } else {
            byte[] part = new byte[payload.remaining()];
            payload.get(part);
            received.writeBytes(part);
            if (last) {
                byte[] message = received.toByteArray();
                received.reset();
                receive(current, message);
            }
        }
        callback.succeed();
    }

    @Override
    public void onWebSocketPartialText(String payload, boolean last) {
        Viewer current = viewer;
        if (current != null && !isClosing()) {
            current.malformed("text where a binary message is expected");
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        Viewer current = viewer;
        if (current != null
                && (cause instanceof ProtocolException
                        || cause instanceof MessageTooLargeException
                        || cause instanceof BadPayloadException)) {
            current.malformed(String.valueOf(cause.getMessage()));
        } else {
            broke(cause);
        }
    }

    private void broke(Throwable cause) {
        LOG.debug("A browser's connection to {} failed", grant.program().name(), cause);
    }

    @Override
    public void onWebSocketClose(int statusCode, String reason, Callback callback) {
        synchronized (this) {
            closing = true;
            endStream();
        }
        if (viewer != null) {
            viewer.left();
        }
        callback.succeed();
    }

    @Override
    public synchronized int send(List<ToScreen> messages, Runnable taken) {
        if (closing) {
            return 0;
        }
        byte[] bytes = deflated(messages);
        bytesWaiting = bytes.length;
        send(bytes, taken);
        return bytes.length;
    }

    @Override
    public synchronized int sendShared(List<SharedPiece> pieces, Runnable taken) {
        if (closing) {
            return 0;
        }
        endStream();
        if (pieces.size() == 1) {
            byte[] shared = pieces.get(0).encoded(DeflateStream::alone);
            send(shared, taken);
            return shared.length;
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        pieces.forEach(piece -> together.writeBytes(piece.encoded(DeflateStream::alone)));
        bytesWaiting = together.size();
        send(together.toByteArray(), taken);
        return together.size();
    }

    private void send(byte[] bytes, Runnable taken) {
        getSession().sendBinary(ByteBuffer.wrap(bytes), Callback.from(() -> sent(taken), this::broke));
    }

    /** What comes next refers to nothing before. */
    private void endStream() {
        if (deflate != null) {
            deflate.close();
            deflate = null;
        }
    }

    private byte[] deflated(List<ToScreen> messages) {
        if (deflate == null) {
            deflate = new DeflateStream();
        }
        return deflate.deflate(messages);
    }

    @Override
    public void close(GoodbyeReason reason, String text) {
        Session session = getSession();
        synchronized (this) {
            if (closing) {
                return;
            }
            closing = true;
            ToScreen goodbye = ToScreen.newBuilder()
                    .setGoodbye(Goodbye.newBuilder().setReason(reason).setText(text))
                    .build();
            session.sendBinary(ByteBuffer.wrap(deflated(List.of(goodbye))), Callback.NOOP);
        }
        String shortText = text.length() <= MAX_CLOSE_REASON_CHARS ? text : text.substring(0, MAX_CLOSE_REASON_CHARS);
        session.close(
                FIRST_CLOSE_CODE + reason.getNumber(), shortText.replaceAll("[^\\x20-\\x7e]", "?"), Callback.NOOP);
        // One that takes nothing does not take its goodbye either.
        scheduler.schedule(session::disconnect, GOODBYE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public long memoryBytes() {
        synchronized (this) {
            return bytesWaiting + (deflate == null ? 0 : SyncDeflater.NATIVE_BYTES);
        }
    }

    private void sent(Runnable taken) {
        synchronized (this) {
            bytesWaiting = 0;
        }
        taken.run();
    }

    private synchronized boolean isClosing() {
        return closing;
    }

    private static void receive(Viewer viewer, byte[] message) {
        FromScreen parsed;
        try {
            parsed = FromScreen.parseFrom(message);
        } catch (InvalidProtocolBufferException e) {
            viewer.malformed("not a message: " + e.getMessage());
            return;
        }
        viewer.receive(parsed);
    }
}
