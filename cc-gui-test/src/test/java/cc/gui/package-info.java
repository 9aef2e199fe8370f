/** Tests that run as programs inside the virtual shell. */
@NullMarked
package cc.gui;

import org.jspecify.annotations.NullMarked;
