package cc.node.registry.zookeeper;

import java.nio.file.Path;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * The files that ZooKeeper reads for mutual TLS, in PEM.
 *
 * @param identity this node's private key and certificate chain in one file
 * @param trusted the certificates of the community's authority
 */
public record TlsFiles(Path identity, Path trusted) {
    static {
        // Certificates name nodes, not addresses. ZooKeeper's own setting does not reach Netty, which checks by
        // default.
        System.setProperty("io.netty.handler.ssl.defaultEndpointVerificationAlgorithm", "NONE");
    }

    /** How a client of the ensemble connects. */
    public ZKClientConfig clientConfig() {
        ZKClientConfig config = new ZKClientConfig();
        config.setProperty(ZKClientConfig.SECURE_CLIENT, "true");
        config.setProperty(ZKClientConfig.ZOOKEEPER_CLIENT_CNXN_SOCKET, "org.apache.zookeeper.ClientCnxnSocketNetty");
        config.setProperty("zookeeper.ssl.keyStore.location", identity.toString());
        config.setProperty("zookeeper.ssl.keyStore.type", "PEM");
        config.setProperty("zookeeper.ssl.trustStore.location", trusted.toString());
        config.setProperty("zookeeper.ssl.trustStore.type", "PEM");
        config.setProperty("zookeeper.ssl.protocol", "TLSv1.3");
        config.setProperty("zookeeper.ssl.hostnameVerification", "false");
        return config;
    }
}
