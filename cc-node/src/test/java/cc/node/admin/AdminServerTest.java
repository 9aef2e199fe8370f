package cc.node.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.FromScreen;
import cc.screen.session.InputSink;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdminServerTest {
    private static final AdminSettings ANY_PORT = new AdminSettings(true, 0, false);

    private final ScreenProxy screens =
            new ScreenProxy(ScreenSettings.defaults(), (program, toProgram) -> new Ignored());
    private final NodeMetrics metrics = new NodeMetrics(screens, null);
    private volatile Optional<String> missing = Optional.empty();
    private AdminServer admin;

    @BeforeEach
    void start() throws IOException {
        admin = AdminServer.start(ANY_PORT, metrics, () -> missing);
    }

    @AfterEach
    void stop() {
        admin.close();
        screens.close();
    }

    @Test
    void tellsWhatTheNodeHasCounted() throws IOException {
        screens.counters().framesIn.add(7);

        assertThat(get("/metrics"))
                .startsWith("HTTP/1.1 200")
                .contains("Content-Type: text/plain; version=0.0.4")
                .contains("\ncc_screen_frames_received_total 7.0\n")
                .contains("\ncc_programs 0.0\n")
                .contains("\njvm_memory_used_bytes{")
                .contains("\nprocess_files_open_files ");
    }

    @Test
    void isReadyWhenNothingIsMissing() throws IOException {
        assertThat(get("/healthz")).startsWith("HTTP/1.1 200").endsWith("\nok\n");
        assertThat(get("/readyz")).startsWith("HTTP/1.1 200").endsWith("\nready\n");

        missing = Optional.of("the registry does not answer");

        assertThat(get("/readyz")).startsWith("HTTP/1.1 503").endsWith("\nthe registry does not answer\n");
        assertThat(get("/healthz")).startsWith("HTTP/1.1 200");
    }

    @Test
    void holdsOffPagesOfOtherSitesAndWhateverIsNoRequest() throws IOException {
        assertThat(say("GET /metrics HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(say("POST /metrics HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405");
        assertThat(get("/")).startsWith("HTTP/1.1 404");
        assertThat(say("GET / HTTP/1.1\r\n\r\n")).startsWith("HTTP/1.1 400");
        assertThat(say("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");

        assertThat(get("/metrics")).contains("\ncc_admin_bad_requests_total 2.0\n");
    }

    @Test
    void takesAnotherPortOnlyWhereThatIsAsGood() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> AdminServer.start(new AdminSettings(true, port, false), metrics, () -> missing))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("admin port " + port);
            try (AdminServer other = AdminServer.start(new AdminSettings(true, port, true), metrics, () -> missing)) {
                assertThat(other.port()).isPositive().isNotEqualTo(port);
            }
        }
    }

    private String get(String path) throws IOException {
        return say("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + admin.port() + "\r\nConnection: close\r\n\r\n");
    }

    private String say(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), admin.port())) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The server may have refused it before it was complete.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static final class Ignored implements InputSink {
        @Override
        public void input(int source, FromScreen message) {}

        @Override
        public void leave(int source) {}
    }
}
