package cc.protocol.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What older ends of a connection rely on: every field's and enum value's number and type. New ones may be added; to
 * take one out, or to pin new ones, run this with {@code -Dgolden.write=true} and raise the protocol's version where
 * old ends would misunderstand.
 */
class WireShapeTest {
    private static final Path PROTOS = Path.of("src/main/proto/cc/protocol");
    private static final Path PINNED = Path.of("src/test/resources/golden/wire-shape.txt");
    private static final Pattern TOKEN = Pattern.compile("//[^\\n]*"
            + "|(message|enum|oneof)\\s+(\\w+)\\s*\\{"
            + "|((?:repeated\\s+)?[\\w.]+)\\s+(\\w+)\\s*=\\s*(\\d+)\\s*;"
            + "|(\\w+)\\s*=\\s*(\\d+)\\s*;"
            + "|\\}");

    @Test
    void noFieldChangesItsNumberOrType() throws IOException {
        List<String> shape = new ArrayList<>();
        for (String file : List.of("display.proto", "link.proto")) {
            collect(Files.readString(PROTOS.resolve(file)), shape);
        }
        assertThat(shape).hasSizeGreaterThan(100).doesNotHaveDuplicates();
        if (Boolean.getBoolean("golden.write")) {
            Files.write(PINNED, shape);
        }
        assertThat(shape).containsAll(Files.readAllLines(PINNED));
    }

    private static void collect(String proto, List<String> shape) {
        Deque<String> scopes = new ArrayDeque<>();
        for (Matcher token = TOKEN.matcher(proto); token.find(); ) {
            if (token.group(2) != null) {
                // The fields of a oneof are fields of its message.
                scopes.push("oneof".equals(token.group(1)) ? scopes.element() : token.group(2));
            } else if (token.group(5) != null) {
                shape.add(scopes.element() + "." + token.group(4) + " = " + token.group(5) + " "
                        + token.group(3).replaceAll("\\s+", " "));
            } else if (token.group(7) != null) {
                shape.add(scopes.element() + "." + token.group(6) + " = " + token.group(7));
            } else if ("}".equals(token.group())) {
                scopes.pop();
            }
        }
    }
}
