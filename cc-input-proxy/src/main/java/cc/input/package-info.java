/** Who may type: brings the input of several sources into one order for one program, so that no key stays stuck. */
@NullMarked
package cc.input;

import org.jspecify.annotations.NullMarked;
