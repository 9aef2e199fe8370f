/**
 * What a machine's screens know of the programs they show: the newest state and pixels of each program, and a feed for
 * each viewer that keeps it exact at its own pace. Knows nothing of sockets: programs and viewers are reached through
 * {@link cc.screen.session.ProgramLink} and {@link cc.screen.session.ViewerLink}.
 */
@NullMarked
package cc.screen.session;

import org.jspecify.annotations.NullMarked;
