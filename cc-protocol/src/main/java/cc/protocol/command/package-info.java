/** What drawing is made of on its way from a program to those who see it. */
@NullMarked
package cc.protocol.command;

import org.jspecify.annotations.NullMarked;
