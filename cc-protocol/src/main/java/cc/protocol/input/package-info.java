/** Names of what people press. */
@NullMarked
package cc.protocol.input;

import org.jspecify.annotations.NullMarked;
