/** Small programs that know the JDK only, for tests on several machines. */
@NullMarked
package cc.fs.work;

import org.jspecify.annotations.NullMarked;
