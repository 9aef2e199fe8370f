/** Files that never change: fetched once, and then opened where the program runs. */
@NullMarked
package cc.fs.ship;

import org.jspecify.annotations.NullMarked;
