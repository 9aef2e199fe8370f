/**
 * Surfaces that programs draw on: an ordinary software raster each (the shadow), and beside it a record of what was
 * drawn, from which each frame's drawing commands are made. Where no command is cheap or exact, the shadow's pixels are
 * sent, so that whoever applies the frames sees the shadow bit for bit.
 */
@NullMarked
package cc.toolkit.surface;

import org.jspecify.annotations.NullMarked;
