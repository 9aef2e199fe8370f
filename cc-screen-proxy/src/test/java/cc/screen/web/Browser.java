package cc.screen.web;

import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import com.google.protobuf.CodedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** As much of a browser as the server can tell: cookies, origins, one WebSocket. */
final class Browser implements WebSocket.Listener {
    static final int TIMEOUT_SECONDS = 20;

    private final HttpClient client = HttpClient.newBuilder().build();
    private final Inflater inflater = new Inflater(true);
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private final BlockingQueue<ToScreen> received = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private @Nullable WebSocket socket;
    private String cookie = "";

    HttpResponse<String> get(URI address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens an address with a token and keeps the cookie; gives the answer. */
    HttpResponse<String> enter(URI address) {
        HttpResponse<String> response = get(address);
        response.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.substring(0, set.indexOf(';')));
        return response;
    }

    /** Enters by a one-time address and attaches as a viewer. */
    static Browser attached(URI address) {
        Browser browser = new Browser();
        browser.enter(address);
        browser.connect(address, origin(address));
        browser.send(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT))
                .build());
        return browser;
    }

    static String origin(URI address) {
        return address.getScheme() + "://" + address.getAuthority();
    }

    /** Opens the WebSocket; gives the HTTP status of a refusal, or 101. */
    int connect(URI address, @Nullable String origin) {
        WebSocket.Builder builder = client.newWebSocketBuilder();
        if (origin != null) {
            builder.header("Origin", origin);
        }
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        URI at = URI.create("ws://" + address.getAuthority() + address.getPath() + "/" + WebHandler.SOCKET);
        try {
            socket = builder.buildAsync(at, this).join();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof java.net.http.WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    WebSocket socket() {
        if (socket == null) {
            throw new IllegalStateException("not connected");
        }
        return socket;
    }

    void send(FromScreen message) {
        sendBytes(message.toByteArray());
    }

    void sendBytes(byte[] bytes) {
        socket().sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next message that is like this; those before it are dropped. */
    ToScreen await(Predicate<ToScreen> wanted) {
        try {
            while (true) {
                ToScreen message = received.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                if (message == null) {
                    throw new AssertionError("the message did not come");
                }
                if (wanted.test(message)) {
                    return message;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
        byte[] bytes = new byte[data.remaining()];
        data.get(bytes);
        piece.writeBytes(bytes);
        if (last) {
            inflate(piece.toByteArray());
            piece.reset();
        }
        webSocket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closeCode.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closeCode.completeExceptionally(error);
    }

    private void inflate(byte[] bytes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes(rest);
            byte[] step = new byte[4096];
            inflater.setInput(bytes);
            while (!inflater.needsInput()) {
                out.write(step, 0, inflater.inflate(step));
            }
            byte[] plain = out.toByteArray();
            CodedInputStream in = CodedInputStream.newInstance(plain);
            while (!in.isAtEnd()) {
                received.add(ToScreen.parseFrom(in.readByteArray()));
            }
            rest = new byte[0];
        } catch (DataFormatException | IOException e) {
            throw new AssertionError("a piece of the stream did not hold whole messages", e);
        }
    }
}
