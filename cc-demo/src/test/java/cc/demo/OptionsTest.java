package cc.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OptionsTest {
    @Test
    void withoutArgumentsTheClockIsShown() {
        assertThat(Options.parse()).isEqualTo(new Options(Page.CLOCK, Look.NIMBUS, null));
    }

    @Test
    void aFileIsShownInTheEditorUnlessAnotherPageIsAskedFor() {
        assertThat(Options.parse("--file", "a.txt")).isEqualTo(new Options(Page.EDITOR, Look.NIMBUS, Path.of("a.txt")));
        assertThat(Options.parse("--file", "a.txt", "--tab", "Table", "--laf", "METAL"))
                .isEqualTo(new Options(Page.TABLE, Look.METAL, Path.of("a.txt")));
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--tab", "moon"))
                .withMessageContaining("moon");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--tab"))
                .withMessageContaining("--tab");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("-x", "y"))
                .withMessageContaining("-x");
    }
}
