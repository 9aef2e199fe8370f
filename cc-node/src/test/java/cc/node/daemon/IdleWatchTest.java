package cc.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class IdleWatchTest {
    @Test
    void isOverOnlyAfterTheLimitWithoutUse() {
        AtomicBoolean used = new AtomicBoolean();
        IdleWatch watch = new IdleWatch(100, used::get, 0);

        assertThat(watch.isOver(99)).isFalse();
        used.set(true);
        assertThat(watch.isOver(150)).isFalse();
        used.set(false);
        assertThat(watch.isOver(249)).isFalse();
        assertThat(watch.isOver(250)).isTrue();
    }
}
