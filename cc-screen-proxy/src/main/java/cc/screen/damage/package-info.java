/** Which pixels of which surfaces changed. */
@NullMarked
package cc.screen.damage;

import org.jspecify.annotations.NullMarked;
