/** The AWT toolkit of CC: a program's windows, drawn into rasters of its own and shown wherever somebody looks. */
@NullMarked
package cc.toolkit;

import org.jspecify.annotations.NullMarked;
