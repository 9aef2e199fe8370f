/** Input that a test or another tool makes, one command a line. */
@NullMarked
package cc.input.script;

import org.jspecify.annotations.NullMarked;
