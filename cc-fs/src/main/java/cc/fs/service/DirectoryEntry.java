package cc.fs.service;

import org.jspecify.annotations.Nullable;

/**
 * A name in a directory.
 *
 * @param attributes of the entry itself, links not followed; null: not told, ask for them
 */
public record DirectoryEntry(String name, @Nullable FileAttributes attributes) {}
