package cc.agent.bake;

import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * Methods of one JDK class and what replaces their bodies.
 *
 * @param required whether every JDK must have the class and at least one such method
 */
record HookPoint(
        String className,
        ElementMatcher<? super MethodDescription> methods,
        Implementation replacement,
        boolean required) {}
