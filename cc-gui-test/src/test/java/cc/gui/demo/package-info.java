/** The demo program, used as a person uses it. */
@NullMarked
package cc.gui.demo;

import org.jspecify.annotations.NullMarked;
