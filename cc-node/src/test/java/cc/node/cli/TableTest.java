package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void columnsAreAsWideAsWhatIsInThem() {
        Table table = new Table().words("NAME").quantities("MEMORY").words("JAVA");
        table.row("a-long-name", "7 MB", "17");
        table.row("b", "1000 MB");
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        table.print(out);

        assertThat(text.toString().lines())
                .containsExactly("NAME          MEMORY  JAVA", "a-long-name     7 MB  17", "b            1000 MB");
    }
}
