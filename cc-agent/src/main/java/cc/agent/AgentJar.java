package cc.agent;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the jar that the agent came from; the rest of the installation lies beside it. */
final class AgentJar {
    private AgentJar() {}

    /** @throws IOException if the agent does not run from a jar file */
    static Path location() throws IOException {
        CodeSource source = AgentJar.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            throw new IOException("the agent's jar cannot be found: load it with -javaagent:/path/to/cc-agent.jar");
        }
        Path jar;
        try {
            jar = Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the agent's jar has an odd location: " + source.getLocation(), e);
        }
        if (!Files.isRegularFile(jar)) {
            throw new IOException("the agent must be loaded from its jar, not from " + jar);
        }
        return jar;
    }
}
