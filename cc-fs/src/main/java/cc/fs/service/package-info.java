/** What a file system does for a program, whoever does it: another machine, a {@code java.nio.file} provider, this machine. */
@NullMarked
package cc.fs.service;

import org.jspecify.annotations.NullMarked;
