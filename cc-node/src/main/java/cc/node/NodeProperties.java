package cc.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What a person wishes of this machine's node: the lines of {@code node.properties}, which need not be there. */
public final class NodeProperties {
    private final Path file;
    private final Properties properties = new Properties();

    private NodeProperties(Path file) {
        this.file = file;
    }

    /** Nothing is wished. */
    public static NodeProperties none() {
        return new NodeProperties(Path.of("node.properties"));
    }

    /** @throws IOException if the file is there, but cannot be read */
    public static NodeProperties load(Path file) throws IOException {
        NodeProperties loaded = new NodeProperties(file);
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            loaded.properties.load(reader);
        } catch (NoSuchFileException e) {
            // Nobody wishes anything.
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
        return loaded;
    }

    public Optional<String> get(String key) {
        return Optional.ofNullable(properties.getProperty(key)).map(String::trim);
    }

    /** @param why what is wrong with a line, for people */
    public IOException unusable(String why) {
        return new IOException(file + " cannot be used: " + why);
    }
}
