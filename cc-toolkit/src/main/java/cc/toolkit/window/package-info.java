/** The AWT toolkit itself: screens, windows, focus, cursors, and what is sent of them. */
@NullMarked
package cc.toolkit.window;

import org.jspecify.annotations.NullMarked;
