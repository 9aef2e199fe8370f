/** Keys, pointer and text of people, made into AWT events. */
@NullMarked
package cc.toolkit.input;

import org.jspecify.annotations.NullMarked;
