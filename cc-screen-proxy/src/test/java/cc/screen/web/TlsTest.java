package cc.screen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.FromScreen;
import cc.protocol.message.ProgramHello;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
    private static final String PASSWORD = "only for this test";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final ScreenProxy proxy =
            new ScreenProxy(ScreenSettings.defaults(), (program, toProgram) -> new InputSink() {
                @Override
                public void input(int source, FromScreen message) {}

                @Override
                public void leave(int source) {}
            });

    @Test
    void allInterfacesAreServedWithTls() throws Exception {
        Path store = keyStore();
        WebSettings settings = new WebSettings(
                "0.0.0.0", 0, new WebSettings.Tls(store, PASSWORD), Set.of("localhost"), Duration.ofMinutes(1));
        try (proxy;
                WebServer web = WebServer.start(settings, proxy)) {
            ProgramSession program =
                    proxy.open(ProgramHello.newBuilder().setName("p").build(), new ProgramLink() {
                        @Override
                        public void send(FromScreen message) {}

                        @Override
                        public void close(String reason) {}
                    });
            URI address = web.viewerAddress(program, true);
            assertThat(address.getScheme()).isEqualTo("https");
            HttpResponse<String> entered = HttpClient.newBuilder()
                    .sslContext(trusting(store))
                    .build()
                    .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(entered.statusCode()).isEqualTo(303);
            assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow()).contains("Secure");
        }
    }

    @Test
    void aKeyStoreThatCannotBeReadIsNamed() {
        WebSettings settings = new WebSettings(
                "127.0.0.1",
                0,
                new WebSettings.Tls(directory.resolve("missing.p12"), PASSWORD),
                Set.of(),
                Duration.ofMinutes(1));
        assertThatThrownBy(() -> WebServer.start(settings, proxy))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing.p12");
        proxy.close();
    }

    private Path keyStore() throws IOException, InterruptedException {
        Path store = directory.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "test",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(output).isZero();
        return store;
    }

    private static SSLContext trusting(Path store) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("test", keys.getCertificate("test"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
