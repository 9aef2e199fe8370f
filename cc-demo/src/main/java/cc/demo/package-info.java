/**
 * A Swing program that shows a little of everything Swing can do. It uses nothing but the JDK and does not know
 * where it is shown; {@link cc.demo.Demo} starts it. Every component that a test may look for has a name of the form
 * {@code page.part}.
 */
@NullMarked
package cc.demo;

import org.jspecify.annotations.NullMarked;
