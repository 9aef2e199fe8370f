/** AWT's widgets: one test class each. */
@NullMarked
package cc.gui.program;

import org.jspecify.annotations.NullMarked;
