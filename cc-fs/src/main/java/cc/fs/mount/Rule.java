package cc.fs.mount;

/**
 * Where the paths below one path live.
 *
 * @param path absolute and normal; {@code *} stands for any one name
 * @param machine of {@link Mode#NODE}; else empty
 * @param place of {@link Mode#NODE}, the path there; of {@link Mode#PROVIDER}, the URI; else empty
 * @param mapLimitBytes the largest part of a file that can be mapped into memory
 * @param source where the rule was written, for people
 */
public record Rule(
        String path,
        Mode mode,
        String machine,
        String place,
        boolean readOnly,
        CachePolicy cache,
        long mapLimitBytes,
        String source) {
    static final long DEFAULT_MAP_LIMIT_BYTES = 256L << 20;

    /** A rule that says no more than a mode. */
    public static Rule of(String path, Mode mode, String source) {
        return new Rule(path, mode, "", "", false, CachePolicy.CLOSE_TO_OPEN, DEFAULT_MAP_LIMIT_BYTES, source);
    }

    /** The same, but that nothing can be changed. */
    public Rule unchangeable() {
        return new Rule(path, mode, machine, place, true, cache, mapLimitBytes, source);
    }

    /** As a rule file writes it, without the options that are what they are by default. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(Words.quoted(path)).append(' ').append(mode.word());
        if (mode == Mode.NODE) {
            text.append('=').append(machine);
            if (!place.equals(path)) {
                text.append(':').append(place);
            }
        } else if (mode == Mode.PROVIDER) {
            text.append('=').append(place);
        }
        if (readOnly) {
            text.append(' ').append(RuleReader.READ_ONLY);
        }
        if (cache != CachePolicy.CLOSE_TO_OPEN) {
            text.append(' ').append(RuleReader.CACHE).append('=').append(cache.word());
        }
        if (mapLimitBytes != DEFAULT_MAP_LIMIT_BYTES) {
            text.append(' ').append(RuleReader.MAP).append('=').append(mapLimitBytes);
        }
        return text.toString();
    }
}
