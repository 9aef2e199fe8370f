/** The program's one connection to its machine's node, as the toolkit sees it. */
@NullMarked
package cc.toolkit.link;

import org.jspecify.annotations.NullMarked;
