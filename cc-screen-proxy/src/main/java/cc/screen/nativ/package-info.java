/**
 * Programs as windows of this machine's own desktop: each window of a program is a window of the JDK's toolkit, in a
 * process of its own. All but {@link cc.screen.nativ.NativeViewer} runs in AWT's event thread.
 */
@NullMarked
package cc.screen.nativ;

import org.jspecify.annotations.NullMarked;
