/**
 * Files of another machine: what serves them there ({@link cc.fs.remote.FileProxy}), and what an application's shell asks it
 * by ({@link cc.fs.remote.FilesLink}).
 */
@NullMarked
package cc.fs.remote;

import org.jspecify.annotations.NullMarked;
