/** Keys of this machine's own desktop, as AWT tells them. */
@NullMarked
package cc.input.awt;

import org.jspecify.annotations.NullMarked;
