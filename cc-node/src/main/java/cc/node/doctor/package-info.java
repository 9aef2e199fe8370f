/** What this machine lacks, and how to get it. */
@NullMarked
package cc.node.doctor;

import org.jspecify.annotations.NullMarked;
