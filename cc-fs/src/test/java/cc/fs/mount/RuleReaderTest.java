package cc.fs.mount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
    private final RuleReader reader = new RuleReader(Map.of("user.home", "/home/ann")::get);

    @Test
    void aFileHasARuleALine() throws RuleException {
        List<Rule> rules = reader.read("""
                # where things are
                /usr  local
                ${user.home}/data/ node=nas1:/export/data read-only cache=none map=64m   # a big one

                "/with blank" deny
                /books provider=jar:file:///books.zip!/
                """, "mounts");
        assertThat(rules)
                .extracting(Rule::toString)
                .containsExactly(
                        "/usr local",
                        "/home/ann/data node=nas1:/export/data read-only cache=none map=67108864",
                        "\"/with blank\" deny",
                        "/books provider=jar:file:///books.zip!/");
        assertThat(rules.get(1).source()).isEqualTo("mounts:3");
    }

    @Test
    void whatARuleSaysIsReadAgainAsTheSameRule() throws RuleException {
        for (String line :
                List.of("/a home", "/a node=b", "/a/*/c node=b:/x cache=none", "\"/a \\\" b\" hide read-only")) {
            Rule rule = reader.read(line, "s").get(0);
            assertThat(reader.read(rule.toString(), "s")).containsExactly(rule);
        }
    }

    @Test
    void aCommandLineHasOneInAWord() throws RuleException {
        assertThat(reader.readOption("/data=node=nas1:/export,cache=none,read-only")
                        .toString())
                .isEqualTo("/data node=nas1:/export read-only cache=none");
        assertThatThrownBy(() -> reader.readOption("/data")).hasMessageContaining("--mount /data: write PATH=MODE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data local | 'data' is no absolute path",
                "/data | what is to become of /data?",
                "/data lokal | 'lokal' is no mode",
                "/data node | node needs to be told which",
                "/data local=x | local takes no '='",
                "/data node=a_b | 'a_b' is no machine's name",
                "/data node=a:b | 'b' is no absolute path",
                "/data home cache=often | cache is close-to-open or none",
                "/data home map=big | 'big' is no size",
                "/data home fast | 'fast' is no option",
                "/data provider=books.zip | 'books.zip' has no scheme",
                "/data provider=j%zip:x | is no URI",
                "${nothing}/x local | nothing is known as ${nothing}",
                "\"/data local | a quote (\") is not closed",
            })
    void nonsenseIsNamedWithItsLine(String line, String why) {
        assertThatThrownBy(() -> reader.read("# first\n" + line, "mounts"))
                .isInstanceOf(RuleException.class)
                .hasMessageStartingWith("mounts:2: ")
                .hasMessageContaining(why);
    }

    @Test
    void pathsAreBounded() {
        assertThatThrownBy(() -> reader.read("/" + "x".repeat(5000) + " local", "mounts"))
                .hasMessageContaining("4096 characters at most");
        assertThatThrownBy(() -> reader.read("/a\0b local", "mounts")).hasMessageContaining("NUL");
    }
}
