package cc.screen.session;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What a screen proxy's parts share.
 *
 * @param feeds runs the steps of all feeds
 * @param nanoTime as {@link System#nanoTime()}
 */
record ScreenEnvironment(Executor feeds, LongSupplier nanoTime, ScreenCounters counters) {}
