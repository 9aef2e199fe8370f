package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerAddressTest {
    @ParameterizedTest
    @CsvSource({
        "m1, m1:7447",
        "m1:80, m1:80",
        "10.0.0.1:7000, 10.0.0.1:7000",
        "[::1]:99, [::1]:99",
        "[fe80::1], [fe80::1]:7447",
        "fe80::1, [fe80::1]:7447"
    })
    void addressesAreReadAsPeopleWriteThem(String text, String meant) {
        assertThat(PeerAddress.parse(text)).hasToString(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":80", "m1:", "m1:x", "m1:0", "m1:65536"})
    void whatIsNoAddressIsSaidSo(String text) {
        assertThatThrownBy(() -> PeerAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOST:PORT");
    }
}
