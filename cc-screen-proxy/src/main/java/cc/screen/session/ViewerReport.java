package cc.screen.session;

/**
 * What a viewer costs.
 *
 * @param memoryBytes what is kept for this viewer alone
 * @param inFlightBytes what was sent and is not acknowledged yet
 */
public record ViewerReport(int viewer, boolean mayControl, long memoryBytes, long inFlightBytes) {}
