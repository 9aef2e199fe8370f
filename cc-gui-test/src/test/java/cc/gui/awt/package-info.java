/** AWT's widgets: one test class each. */
@NullMarked
package cc.gui.awt;

import org.jspecify.annotations.NullMarked;
