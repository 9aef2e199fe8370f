/** Files of this machine for programs that run elsewhere, and files of other machines for programs that run here. */
@NullMarked
package cc.node.files;

import org.jspecify.annotations.NullMarked;
