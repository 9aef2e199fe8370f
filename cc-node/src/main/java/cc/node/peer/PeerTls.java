package cc.node.peer;

import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.X509TrustManager;

/** TLS 1.3 between nodes. Who is at the other end is what its certificate says, never what a message says. */
final class PeerTls {
    private static final String VERSION = "TLSv1.3";

    private PeerTls() {}

    /** For connections that come in. Machines that want to join have no certificate yet. */
    static SslContext server(Identity identity) throws SSLException {
        return SslContextBuilder.forServer(identity.key(), identity.certificate(), identity.authority())
                .sslProvider(SslProvider.JDK)
                .protocols(VERSION)
                .clientAuth(ClientAuth.OPTIONAL)
                .trustManager(identity.authority())
                .applicationProtocolConfig(http2())
                .build();
    }

    static SslContext client(Identity identity) throws SSLException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols(VERSION)
                .keyManager(identity.key(), identity.certificate(), identity.authority())
                .trustManager(identity.authority())
                // Certificates name nodes, not addresses; the name is compared after the handshake.
                .endpointIdentificationAlgorithm(null)
                .applicationProtocolConfig(http2())
                .build();
    }

    /** For a machine that belongs to no community yet and knows its authority by a token. */
    static SslContext stranger(Predicate<X509Certificate> isAuthority) throws SSLException {
        return SslContextBuilder.forClient()
                .sslProvider(SslProvider.JDK)
                .protocols(VERSION)
                .trustManager(new PinnedAuthority(isAuthority))
                .endpointIdentificationAlgorithm(null)
                .applicationProtocolConfig(http2())
                .build();
    }

    /** The node at the other end; empty if it showed no certificate. */
    static Optional<NodeName> peer(SSLSession session) throws GeneralSecurityException {
        try {
            return Optional.of(Identity.nameIn((X509Certificate) session.getPeerCertificates()[0]));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }

    /** Why there is no connection, for people: of all reasons, a clock that is wrong is the hardest to guess. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectTimeoutException) {
                return "no answer within " + PeerLimits.CONNECT.toSeconds() + " s: is it on, and is the port open?";
            } else if (cause instanceof NoRouteToHostException) {
                return "no way leads there";
            } else if (cause instanceof ConnectException
                    && String.valueOf(cause.getMessage()).contains("refused")) {
                return "nobody listens there: its node does not run, or has another port";
            } else if (cause instanceof CertificateNotYetValidException) {
                return "by this machine's clock, the certificate there is not valid yet: compare the two clocks";
            } else if (cause instanceof CertificateExpiredException) {
                return "by this machine's clock, the certificate there has expired: compare the two clocks."
                        + " If they agree, that machine was off for too long: 'cc doctor' there tells what to do";
            }
        }
        return Brief.text(failure);
    }

    private static ApplicationProtocolConfig http2() {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_2);
    }

    /** Trusts a chain that ends at the authority which somebody was told to trust. */
    private static final class PinnedAuthority implements X509TrustManager {
        private final Predicate<X509Certificate> isAuthority;

        PinnedAuthority(Predicate<X509Certificate> isAuthority) {
            this.isAuthority = isAuthority;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String algorithm) throws CertificateException {
            X509Certificate authority = chain[chain.length - 1];
            if (!isAuthority.test(authority)) {
                throw new CertificateException(
                        "the machine there belongs to another community than the token: copy the whole line that"
                                + " 'cc token' prints there");
            }
            try {
                Identity.verify(chain[0], authority, Clock.systemUTC());
            } catch (GeneralSecurityException e) {
                throw new CertificateException(e.getMessage(), e);
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String algorithm) {
            throw new UnsupportedOperationException("not a server");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
