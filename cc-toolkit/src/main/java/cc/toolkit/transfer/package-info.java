/** Clipboard, and drag and drop. */
@NullMarked
package cc.toolkit.transfer;

import org.jspecify.annotations.NullMarked;
