package cc.screen.web;

import java.io.IOException;
import java.net.Socket;
import jdk.net.ExtendedSocketOptions;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has TCP find out that a silent peer is gone. A quiet program then costs no messages, and still no connection is kept
 * for ever.
 */
final class KeepAliveConnector extends ServerConnector {
    private static final Logger LOG = LoggerFactory.getLogger(KeepAliveConnector.class);
    private static final int SILENCE_SECONDS = 60;

    KeepAliveConnector(Server server, ConnectionFactory... factories) {
        super(server, factories);
    }

    @Override
    protected void configure(Socket socket) {
        super.configure(socket);
        try {
            socket.setKeepAlive(true);
            if (socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
                socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, SILENCE_SECONDS);
            }
        } catch (IOException e) {
            LOG.debug("A connection without keep-alive", e);
        }
    }
}
