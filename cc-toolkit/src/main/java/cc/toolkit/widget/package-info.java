/**
 * Peers of AWT components: what each heavyweight component draws into and gets events from.
 *
 * <p>Caciocavallo's peers are package-private and cast their containers to each other, so they cannot be mixed with
 * peers of other windows than its own; all peers here are our own.
 */
@NullMarked
package cc.toolkit.widget;

import org.jspecify.annotations.NullMarked;
