package cc.protocol.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PhysicalKeyTest {
    @Test
    void everyKeyIsFoundByItsUsageAndByItsCode() {
        for (PhysicalKey key : PhysicalKey.values()) {
            assertThat(PhysicalKey.ofUsage(key.usage())).isEqualTo(key);
            assertThat(PhysicalKey.ofCode(key.code())).isEqualTo(key);
        }
        assertThat(Arrays.stream(PhysicalKey.values()).map(PhysicalKey::usage)).doesNotHaveDuplicates();
    }

    @Test
    void knownKeysAreWhereTheUsageTablesHaveThem() {
        assertThat(PhysicalKey.ofCode("KeyA")).extracting(PhysicalKey::usage).isEqualTo(0x04);
        assertThat(PhysicalKey.ofCode("F12")).extracting(PhysicalKey::usage).isEqualTo(0x45);
        assertThat(PhysicalKey.ofCode("ArrowUp")).extracting(PhysicalKey::usage).isEqualTo(0x52);
        assertThat(PhysicalKey.ofCode("NumpadEqual"))
                .extracting(PhysicalKey::usage)
                .isEqualTo(0x67);
        assertThat(PhysicalKey.ofCode("F24")).extracting(PhysicalKey::usage).isEqualTo(0x73);
        assertThat(PhysicalKey.ofCode("ControlLeft"))
                .extracting(PhysicalKey::usage)
                .isEqualTo(0xe0);
        assertThat(PhysicalKey.ofUsage(0xe6)).isEqualTo(PhysicalKey.ALT_RIGHT);
    }

    @Test
    void unknownKeysAreNull() {
        assertThat(PhysicalKey.ofUsage(0)).isNull();
        assertThat(PhysicalKey.ofUsage(-1)).isNull();
        assertThat(PhysicalKey.ofUsage(70_000)).isNull();
        assertThat(PhysicalKey.ofCode("Unidentified")).isNull();
    }
}
