/** Files that are no machine's: what {@code java.nio.file} providers make of a URI, and the web. */
@NullMarked
package cc.fs.provider;

import org.jspecify.annotations.NullMarked;
