package cc.agent.bake;

import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Methods of one JDK class, and what is called when one of the guarded values is virtual.
 *
 * @param guarded values of which one being virtual makes the call the shell's affair
 * @param handlers the field of {@code cc.agent.boot.FileGuard} that has the handlers
 * @param handler the handler's name
 * @param passed what it is given
 * @param optional whether there are JDKs without the method
 */
record FileHook(
        String className,
        ElementMatcher<? super MethodDescription> methods,
        Kind kind,
        List<Operand> guarded,
        String handlers,
        String handler,
        List<Operand> passed,
        boolean optional) {

    /** What becomes of the method's own code. */
    enum Kind {
        /** It is not executed. */
        INSTEAD,
        /** It is executed afterwards. */
        BEFORE,
        /** It is executed with what the handler returns for the (only) guarded argument. */
        ARGUMENT
    }

    /** Methods of native code can't be hooked, and natives that don't exist on a JDK need not be. */
    static ElementMatcher.Junction<MethodDescription> java(String name) {
        return ElementMatchers.<MethodDescription>named(name)
                .and(ElementMatchers.not(ElementMatchers.isNative()))
                .and(ElementMatchers.not(ElementMatchers.isBridge()));
    }

    FileHook ifPresent() {
        return new FileHook(className, methods, kind, guarded, handlers, handler, passed, true);
    }
}
