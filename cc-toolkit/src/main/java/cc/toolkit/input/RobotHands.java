package cc.toolkit.input;

/** What robots hold down; shared by all of them. */
final class RobotHands {
    private int buttons;
    private int modifiers;

    synchronized void press(int bits) {
        buttons |= bits;
    }

    synchronized void release(int bits) {
        buttons &= ~bits;
    }

    synchronized int buttons() {
        return buttons;
    }

    synchronized void hold(int modifier) {
        modifiers |= modifier;
    }

    synchronized void let(int modifier) {
        modifiers &= ~modifier;
    }

    synchronized int modifiers() {
        return modifiers;
    }
}
