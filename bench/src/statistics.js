/** The value in the middle, or the mean of the two in the middle; null of nothing. */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    const upper = sorted.length >> 1;
    return sorted.length === 0 ? null : sorted.length % 2 === 1 ? sorted[upper] : (sorted[upper - 1] + sorted[upper]) / 2;
}

/** The smallest value that at least this part of all values does not exceed, or null of nothing. */
export function percentile(values, part) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? null : sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}
