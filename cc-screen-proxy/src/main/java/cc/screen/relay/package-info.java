/** Programs that run on another machine and show here: what their node says to its viewer becomes a session here. */
@NullMarked
package cc.screen.relay;

import org.jspecify.annotations.NullMarked;
