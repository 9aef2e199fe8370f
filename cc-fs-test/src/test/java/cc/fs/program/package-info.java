/** Programs that work with files, each run in several places and compared. */
@NullMarked
package cc.fs.program;

import org.jspecify.annotations.NullMarked;
