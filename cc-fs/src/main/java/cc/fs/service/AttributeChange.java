package cc.fs.service;

import org.jspecify.annotations.Nullable;

/**
 * Attributes to be set; what is null stays as it is.
 *
 * @param modifiedNanos since 1970-01-01 UTC, as the next
 * @param permissions the nine lowest bits of {@code st_mode}
 * @param user a name or a number, as the next
 */
public record AttributeChange(
        @Nullable Long modifiedNanos,
        @Nullable Long accessedNanos,
        @Nullable Integer permissions,
        @Nullable String user,
        @Nullable String group) {}
