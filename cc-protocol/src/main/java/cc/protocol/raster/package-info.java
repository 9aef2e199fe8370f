/** Drawing commands applied to pixels, exactly as Java2D's software loops do, without java.awt. */
@NullMarked
package cc.protocol.raster;

import org.jspecify.annotations.NullMarked;
