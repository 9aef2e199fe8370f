package cc.screen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.protocol.message.ClipboardText;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Ping;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowState;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private final List<FromScreen> toldProgram = new CopyOnWriteArrayList<>();
    private final ScreenProxy proxy =
            new ScreenProxy(ScreenSettings.defaults(), (program, toProgram) -> new InputSink() {
                @Override
                public void input(int source, FromScreen message) {
                    toProgram.accept(message);
                }

                @Override
                public void leave(int source) {}
            });
    private ProgramSession program;
    private WebServer web;

    @BeforeEach
    void start() throws IOException {
        program = open("editor");
        program.receive(window("first title"));
        web = WebServer.start(WebSettings.loopback(), proxy);
    }

    @AfterEach
    void stop() {
        proxy.close();
        web.close();
    }

    @Test
    void aTokenOpensTheViewerOnceAndIsGoneFromTheAddress() {
        URI address = web.viewerAddress(program, true);
        Browser browser = new Browser();
        HttpResponse<String> entered = browser.enter(address);
        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(entered.headers().firstValue("Location")).hasValue("/p/editor/");
        assertThat(entered.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly")
                .contains("SameSite=Strict")
                .contains("Path=/p/editor");
        assertThat(browser.get(page(address)).body()).contains("viewer under test");

        HttpResponse<String> again = new Browser().get(address);
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("cc view editor");
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void whoIsInAlreadyMayUseItsOldAddressAgain() {
        URI address = web.viewerAddress(program, true);
        Browser browser = new Browser();
        browser.enter(address);
        assertThat(browser.get(address).statusCode()).isEqualTo(303);
    }

    @Test
    void nothingOfAProgramIsShownWithoutACookie() {
        URI address = web.viewerAddress(program, true);
        assertThat(new Browser().get(page(address)).statusCode()).isEqualTo(403);
        assertThat(new Browser().get(page(address).resolve("viewer.js")).statusCode())
                .isEqualTo(403);
        assertThat(new Browser().connect(address, Browser.origin(address))).isEqualTo(403);
    }

    @Test
    void aCookieOpensItsOwnProgramOnly() {
        ProgramSession other = open("other");
        Browser browser = new Browser();
        browser.enter(web.viewerAddress(program, true));
        assertThat(browser.get(page(web.viewerAddress(other, true))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenExpires() throws IOException {
        try (WebServer brief = WebServer.start(WebSettings.loopback().withTokenLifetime(Duration.ZERO), proxy)) {
            assertThat(new Browser().get(brief.viewerAddress(program, true)).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void rightsEndWithTheProgram() {
        URI address = web.viewerAddress(program, true);
        Browser browser = Browser.attached(address);
        browser.await(ToScreen::hasWelcome);
        program.disconnected(link);
        assertThat(browser.await(ToScreen::hasGoodbye).getGoodbye().getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED);
        ProgramSession sameName = open("editor");
        assertThat(sameName.name()).isEqualTo("editor");
        assertThat(browser.get(page(address)).statusCode()).isEqualTo(403);
    }

    @Test
    void pagesAllowNothingThatTheyDoNotNeed() {
        URI address = web.viewerAddress(program, true);
        Browser browser = new Browser();
        browser.enter(address);
        var headers = browser.get(page(address)).headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("connect-src 'self' ws://" + address.getAuthority())
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void filesAreSentOnceAndThenFoundUnchanged() {
        URI address = web.viewerAddress(program, false);
        Browser browser = new Browser();
        browser.enter(address);
        URI script = page(address).resolve("viewer.js");
        HttpResponse<String> first = browser.get(script);
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(browser.get(script, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(browser.get(script, "Accept-Encoding", "gzip").headers().firstValue("Content-Encoding"))
                .hasValue("gzip");
        assertThat(browser.get(page(address).resolve("missing.js")).statusCode())
                .isEqualTo(404);
        assertThat(browser.get(page(address).resolve("Secret.class")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void socketsOfOtherSitesAreRefused() {
        URI address = web.viewerAddress(program, true);
        Browser browser = new Browser();
        browser.enter(address);
        assertThat(browser.connect(address, "http://evil.example")).isEqualTo(403);
        assertThat(browser.connect(address, null)).isEqualTo(403);
        assertThat(browser.connect(address, "https://" + address.getAuthority()))
                .isEqualTo(403);
        assertThat(browser.connect(address, Browser.origin(address))).isEqualTo(101);
    }

    @Test
    void namesThatAreNotOursAreNotAnswered() throws IOException {
        URI address = web.viewerAddress(program, true);
        assertThat(RawHttp.status(address, "evil.example:" + address.getPort())).isEqualTo(421);
        assertThat(RawHttp.status(address, "localhost:1")).isEqualTo(303);
    }

    @Test
    void healthIsTold() {
        URI address = web.viewerAddress(program, true);
        assertThat(new Browser().get(address.resolve("/healthz")).body()).isEqualTo("ok\n");
    }

    @Test
    void aViewerSeesWindowsAndGetsPongs() {
        Browser browser = Browser.attached(web.viewerAddress(program, true));
        assertThat(browser.await(ToScreen::hasWelcome).getWelcome().getMayControl())
                .isTrue();
        assertThat(browser.await(ToScreen::hasWindow).getWindow().getTitle()).isEqualTo("first title");
        browser.send(FromScreen.newBuilder().setPing(Ping.newBuilder().setId(7)).build());
        assertThat(browser.await(ToScreen::hasPong).getPong().getId()).isEqualTo(7);
        program.receive(window("second title"));
        assertThat(browser.await(ToScreen::hasWindow).getWindow().getTitle()).isEqualTo("second title");
    }

    @Test
    void piecesOfEverySizeInflate() {
        Browser browser = Browser.attached(web.viewerAddress(program, true));
        browser.await(ToScreen::hasWindow);
        for (int length = 1; length < 1 << 20; length = length * 5 + 3) {
            String text = new java.util.Random(length)
                    .ints(length, 32, 127)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            program.receive(ToScreen.newBuilder()
                    .setClipboard(ClipboardText.newBuilder().setText(text))
                    .build());
            assertThat(browser.await(ToScreen::hasClipboard).getClipboard().getText())
                    .isEqualTo(text);
        }
    }

    @Test
    void whoMayOnlyLookDrivesNothing() {
        Browser watcher = Browser.attached(web.viewerAddress(program, false));
        assertThat(watcher.await(ToScreen::hasWelcome).getWelcome().getMayControl())
                .isFalse();
        watcher.send(key());
        await().until(() -> proxy.counters().refusedInput.sum() == 1);
        assertThat(toldProgram).noneMatch(FromScreen::hasKey);

        Browser driver = Browser.attached(web.viewerAddress(program, true));
        driver.send(key());
        await().until(() -> toldProgram.stream().anyMatch(FromScreen::hasKey));
    }

    @Test
    void badMessagesEndTheirConnectionWithAReasonAndNoOther() {
        Browser good = Browser.attached(web.viewerAddress(program, true));
        good.await(ToScreen::hasWelcome);

        Browser garbage = Browser.attached(web.viewerAddress(program, true));
        garbage.sendBytes(new byte[] {-1, -1, -1});
        assertRefused(garbage);

        Browser text = Browser.attached(web.viewerAddress(program, true));
        text.socket().sendText("hello", true).join();
        assertRefused(text);

        Browser huge = Browser.attached(web.viewerAddress(program, false));
        huge.sendBytes(new byte[100_000]);
        assertRefused(huge);

        Browser unknown = Browser.attached(web.viewerAddress(program, true));
        unknown.sendBytes(new byte[0]);
        assertRefused(unknown);

        assertThat(proxy.counters().badViewerMessages.sum()).isEqualTo(4);
        program.receive(window("still here"));
        good.await(message -> message.getWindow().getTitle().equals("still here"));
    }

    @Test
    void viewersAreToldThatTheProxyStops() {
        Browser browser = Browser.attached(web.viewerAddress(program, true));
        browser.await(ToScreen::hasWelcome);
        proxy.close();
        assertThat(browser.await(ToScreen::hasGoodbye).getGoodbye().getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_SERVER_STOPPING);
    }

    @Test
    void otherMachinesAreServedWithTlsOnly() {
        assertThatThrownBy(() -> new WebSettings("0.0.0.0", 0, null, Set.of(), Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("TLS");
    }

    private final ProgramLink link = new ProgramLink() {
        @Override
        public void send(FromScreen message) {
            toldProgram.add(message);
        }

        @Override
        public void close(String reason) {}
    };

    private ProgramSession open(String name) {
        return proxy.open(ProgramHello.newBuilder().setName(name).build(), link);
    }

    private static void assertRefused(Browser browser) {
        assertThat(browser.await(ToScreen::hasGoodbye).getGoodbye().getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE);
        assertThat(browser.closeCode
                        .orTimeout(Browser.TIMEOUT_SECONDS, TimeUnit.SECONDS)
                        .join())
                .isEqualTo(4000 + GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE_VALUE);
    }

    private static FromScreen key() {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder().setUsage(4).setKey("a").setPressed(true))
                .build();
    }

    private static ToScreen window(String title) {
        return ToScreen.newBuilder()
                .setWindow(WindowState.newBuilder().setWindow(1).setScale(1).setTitle(title))
                .build();
    }

    private static URI page(URI address) {
        return URI.create(Browser.origin(address) + address.getPath() + "/");
    }
}
