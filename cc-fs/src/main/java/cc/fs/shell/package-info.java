/** The shell around a program's files, inside the program's virtual machine: what hooked methods of the JDK call. */
@NullMarked
package cc.fs.shell;

import org.jspecify.annotations.NullMarked;
