/** The virtual shell's core: activation, isolation and hooks. */
@NullMarked
package cc.agent;

import org.jspecify.annotations.NullMarked;
