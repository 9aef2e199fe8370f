/** The value in the middle, or null of nothing. */
export function median(values) {
    return percentile(values, 0.5);
}

/** The smallest value that at least this part of all values does not exceed, or null of nothing. */
export function percentile(values, part) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted.length === 0 ? null : sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}
