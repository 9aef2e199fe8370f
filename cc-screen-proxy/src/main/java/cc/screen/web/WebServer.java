package cc.screen.web;

import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the programs of a screen proxy to browsers. */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MIN_THREADS = 4;
    private static final int MAX_THREADS = 32;

    private final WebSettings settings;
    private final Server server;
    private final ServerConnector connector;
    private final Grants grants;

    private WebServer(WebSettings settings, ScreenProxy proxy) {
        this.settings = settings;
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("cc-web");
        threads.setDaemon(true);
        server = new Server(threads);
        grants = new Grants(settings.tokenLifetime(), System::nanoTime);
        connector = connector(server, settings.tls());
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        server.addConnector(connector);
        ServerWebSocketContainer webSockets = ServerWebSocketContainer.ensure(server);
        server.setHandler(new WebHandler(proxy, grants, new HostCheck(settings), webSockets));
        server.setErrorHandler(new PlainErrors(proxy.counters().badWebRequests));
    }

    /**
     * Starts to listen.
     *
     * @throws IOException when the port cannot be used or the key store cannot be read; says which
     */
    public static WebServer start(WebSettings settings, ScreenProxy proxy) throws IOException {
        if (settings.tls() != null && !Files.isReadable(settings.tls().keyStore())) {
            throw new IOException("The key store " + settings.tls().keyStore() + " cannot be read.");
        }
        WebServer web = new WebServer(settings, proxy);
        try {
            web.server.start();
        } catch (Exception e) {
            web.close();
            throw new IOException(
                    "The web server cannot start on " + settings.host() + " port " + settings.port() + ": "
                            + e.getMessage(),
                    e);
        }
        return web;
    }

    /** The port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /**
     * An address that shows a program, once and within the lifetime of its token.
     *
     * @param control whether keyboard, pointer, clipboard and windows may be used there, or it may only be looked at
     */
    public URI viewerAddress(ProgramSession program, boolean control) {
        String scheme = settings.tls() == null ? "http" : "https";
        String host = settings.names().stream().findFirst().orElse(settings.host());
        String token = grants.makeToken(new Grant(program, control));
        return URI.create(scheme + "://" + host + ":" + port() + "/p/" + program.name() + "?token=" + token);
    }

    /** Ends all connections. Viewers are told why by closing the screen proxy first. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("Stopping the web server", e);
        }
    }

    private static ServerConnector connector(Server server, WebSettings.@Nullable Tls tls) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.RFC3986);
        HttpConnectionFactory plain = new HttpConnectionFactory(http);
        if (tls == null) {
            return new KeepAliveConnector(server, plain);
        }
        http.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server ssl = new SslContextFactory.Server();
        ssl.setKeyStorePath(tls.keyStore().toUri().toString());
        ssl.setKeyStorePassword(tls.password());
        ssl.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        return new KeepAliveConnector(server, new SslConnectionFactory(ssl, plain.getProtocol()), plain);
    }
}
