/** Files of SSH servers. Loaded apart from programs, from the installation's folder {@code providers/sftp}. */
@NullMarked
package cc.sftp;

import org.jspecify.annotations.NullMarked;
