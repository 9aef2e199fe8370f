/** The mount table: where each path of a program lives, whichever machine the program runs on. */
@NullMarked
package cc.fs.mount;

import org.jspecify.annotations.NullMarked;
