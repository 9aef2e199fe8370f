package cc.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {
    @Test
    void plainNamesAreKeys() {
        assertThat(new Key("apps", "My.Editor-2_x")).hasToString("apps/My.Editor-2_x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a b", "ä", ".hidden", "a\u0000"})
    void whatCouldMeanSomethingElseIsRefusedByName(String name) {
        assertThatThrownBy(() -> new Key("apps", name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'");
    }

    @Test
    void aNameHasALimit() {
        assertThatThrownBy(() -> new Key("apps", "x".repeat(129))).isInstanceOf(IllegalArgumentException.class);
    }
}
