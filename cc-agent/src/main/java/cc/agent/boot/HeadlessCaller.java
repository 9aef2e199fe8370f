package cc.agent.boot;

import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Knows those who ask whether AWT is headless only to use its X11 half, which is never loaded: the native library
 * {@code awt}, which asks once, while it is being loaded, which half to bring in; and the initialisers of AWT's classes,
 * which ask before they call the natives by which that half remembers fields (true of every initialiser in
 * {@code java.awt} and {@code java.awt.event} of JDK 17 and 25). Answering them spares a hooked copy of each of those
 * classes, and all their subclasses remain the ones of the JDK's shared archive.
 */
final class HeadlessCaller implements Function<Stream<StackWalker.StackFrame>, Boolean> {
    private static final StackWalker WALKER = StackWalker.getInstance();
    private static final HeadlessCaller TEST = new HeadlessCaller();
    private static final String ASKED_CLASS = "java.awt.GraphicsEnvironment";
    private static final String LIBRARY_LOADER_PREFIX = "jdk.internal.loader.NativeLibrar";
    private static final String AWT_PACKAGE = "java.awt.";
    private static final String AWT_EVENT_PACKAGE = "java.awt.event.";
    private static final String CLASS_INITIALIZER = "<clinit>";

    private HeadlessCaller() {}

    /** Whether one of them is who asks {@code GraphicsEnvironment} now. */
    static boolean asks() {
        return WALKER.walk(TEST);
    }

    @Override
    public Boolean apply(Stream<StackWalker.StackFrame> innermostFirst) {
        Iterator<StackWalker.StackFrame> frames = innermostFirst.iterator();
        boolean asked = false;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            String className = frame.getClassName();
            if (className.equals(ASKED_CLASS)) {
                asked = true;
            } else if (asked) {
                return className.startsWith(LIBRARY_LOADER_PREFIX)
                        || (frame.getMethodName().equals(CLASS_INITIALIZER) && usesX11Natives(className));
            }
        }
        return false;
    }

    /** Not packages below: the initialiser of {@code java.awt.dnd.DragSource} asks for its cursors' sake. */
    private static boolean usesX11Natives(String className) {
        String packageName = className.substring(0, className.lastIndexOf('.') + 1);
        return packageName.equals(AWT_PACKAGE) || packageName.equals(AWT_EVENT_PACKAGE);
    }
}
