package cc.node.doctor;

/**
 * One thing that was looked at.
 *
 * @param topic in a word
 * @param text what was found and, if something is to be done about it, what
 */
public record Finding(String topic, Verdict verdict, String text) {
    /** How much it matters. */
    public enum Verdict {
        /** As it should be. */
        OK,
        /** Something is not there that some uses of CC need. */
        NOTE,
        /** CC does not work here, or will soon stop to. */
        WRONG
    }

    static Finding ok(String topic, String text) {
        return new Finding(topic, Verdict.OK, text);
    }

    static Finding note(String topic, String text) {
        return new Finding(topic, Verdict.NOTE, text);
    }

    static Finding wrong(String topic, String text) {
        return new Finding(topic, Verdict.WRONG, text);
    }
}
