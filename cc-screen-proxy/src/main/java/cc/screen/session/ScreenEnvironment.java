package cc.screen.session;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * What a screen proxy's parts share.
 *
 * @param feeds runs the steps of all feeds
 * @param timer runs steps of feeds later
 * @param nanoTime as {@link System#nanoTime()}
 */
record ScreenEnvironment(Executor feeds, FeedTimer timer, LongSupplier nanoTime, ScreenCounters counters) {}
