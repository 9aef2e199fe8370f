package cc.sftp;

import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.DefaultKnownHostsServerKeyVerifier;
import org.apache.sshd.client.keyverifier.RejectAllServerKeyVerifier;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.fs.SftpFileSystemProvider;

/**
 * The provider of {@code sftp:} that talks to no server whose key is not in {@code ~/.ssh/known_hosts}: the one that it
 * extends would talk to any.
 */
public final class KnownHostsProvider extends SftpFileSystemProvider {
    /** Called by the service loader. */
    public KnownHostsProvider() {
        super(client());
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(new DefaultKnownHostsServerKeyVerifier(RejectAllServerKeyVerifier.INSTANCE));
        // Connections that are kept for good need no thread that watches them: it would keep the program from ending.
        SftpModuleProperties.POOL_CORE_SIZE.set(client, SftpModuleProperties.POOL_SIZE.getRequired(client));
        client.start();
        return client;
    }
}
