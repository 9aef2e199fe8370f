/** Makes hooked JDK classes, once per JDK build. */
@NullMarked
package cc.agent.bake;

import org.jspecify.annotations.NullMarked;
