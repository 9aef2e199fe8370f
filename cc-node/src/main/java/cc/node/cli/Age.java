package cc.node.cli;

import java.time.Duration;
import java.time.Instant;

/** How long something has been, in words as short as a column. */
final class Age {
    private Age() {}

    static String since(long epochMillis) {
        return of(Duration.between(Instant.ofEpochMilli(epochMillis), Instant.now()));
    }

    static String of(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + "d" + age.toHoursPart() + "h";
        } else if (age.toHours() > 0) {
            return age.toHours() + "h" + age.toMinutesPart() + "m";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + "m" + age.toSecondsPart() + "s" : age.toSeconds() + "s";
    }
}
