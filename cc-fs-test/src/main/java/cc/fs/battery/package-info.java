/** A program that does to files what programs do, and says what came of it. It knows the JDK and nothing else. */
@NullMarked
package cc.fs.battery;

import org.jspecify.annotations.NullMarked;
