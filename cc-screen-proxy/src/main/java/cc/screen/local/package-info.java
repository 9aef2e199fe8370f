/** Programs and native viewers that reach their screen proxy through a blocking channel of this machine. */
@NullMarked
package cc.screen.local;

import org.jspecify.annotations.NullMarked;
