package cc.node.doctor;

import cc.node.community.MemberCard;
import cc.protocol.message.ClockEntry;
import cc.protocol.message.NodeDescription;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this machine is as a member of its community. */
final class CommunityCheck {
    /** Beyond this nothing is admitted or renewed any more. */
    private static final long CLOCK_WRONG_MILLIS = Duration.ofMinutes(5).toMillis();

    private static final long CLOCK_OFF_MILLIS = Duration.ofSeconds(5).toMillis();

    /** Renewed long before, if all is well. */
    private static final Duration CERTIFICATE_ENDS_SOON = Duration.ofDays(2);

    private static final double MILLIS_PER_SECOND = 1_000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    private CommunityCheck() {}

    /** @param node null: it does not run */
    static Finding community(MemberCard member, @Nullable NodeDescription node) {
        if (node == null) {
            return Finding.wrong(
                    "community", member.name() + " belongs to one, but its node does not run: cc nodes starts it");
        }
        if (node.getMachine().isEmpty()) {
            return Finding.wrong(
                    "community", "the node that runs knows of none: cc stop && cc nodes starts one that does");
        }
        return node.getMissing().isEmpty()
                ? Finding.ok(
                        "community", member.name() + " at " + member.address() + ", " + machines(node.getMembers()))
                : Finding.wrong("community", node.getMissing());
    }

    static Finding certificate(MemberCard member, Instant now) {
        Instant end = member.certificateEnd();
        String until = TIME.format(end);
        if (end.isBefore(now)) {
            return Finding.wrong("certificate", "ended " + until + ": cc leave, then cc join with a new token");
        }
        return end.isBefore(now.plus(CERTIFICATE_ENDS_SOON))
                ? Finding.wrong(
                        "certificate",
                        "ends " + until + " and is not renewed: do those run that keep the registry (cc nodes)?")
                : Finding.ok("certificate", "until " + until + "; the node renews it");
    }

    /** @param clocks of the other machines */
    static Finding clock(List<ClockEntry> clocks) {
        Optional<ClockEntry> worst = clocks.stream()
                .filter(clock -> !clock.getSilent())
                .max(Comparator.comparingLong(CommunityCheck::difference));
        List<String> silent = clocks.stream()
                .filter(ClockEntry::getSilent)
                .map(ClockEntry::getMachine)
                .toList();
        String unanswered = silent.isEmpty() ? "" : "; no answer from " + String.join(", ", silent);
        if (worst.isEmpty()) {
            return silent.isEmpty()
                    ? Finding.ok("clock", "no other machine is there to compare it with")
                    : Finding.note("clock", unanswered.substring(2));
        }
        long difference = difference(worst.get());
        String text = String.format(
                Locale.ROOT,
                "%s's differs by %.1f s%s",
                worst.get().getMachine(),
                tenths(worst.get().getDifferenceMillis()),
                unanswered);
        if (difference > CLOCK_WRONG_MILLIS) {
            return Finding.wrong("clock", text + ": set the wrong one right (NTP)");
        }
        return difference > CLOCK_OFF_MILLIS || !silent.isEmpty()
                ? Finding.note("clock", text)
                : Finding.ok("clock", text + " at most");
    }

    /** In seconds; never -0. */
    private static double tenths(long millis) {
        return Math.round(millis / MILLIS_PER_SECOND * 10) / 10.0;
    }

    /** By how much it is off for certain. */
    private static long difference(ClockEntry clock) {
        return Math.max(0, Math.abs(clock.getDifferenceMillis()) - clock.getUncertaintyMillis());
    }

    private static String machines(int count) {
        return count + (count == 1 ? " machine" : " machines");
    }
}
