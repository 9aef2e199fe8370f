/** The desktops of a machine, on which its node has windows opened: its own, or one that a person's process brings. */
@NullMarked
package cc.node.desktop;

import org.jspecify.annotations.NullMarked;
