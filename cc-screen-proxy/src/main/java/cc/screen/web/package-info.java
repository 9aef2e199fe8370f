/**
 * Programs in browsers: pages, rights and WebSockets.
 *
 * <p>Addresses: {@code /p/NAME?token=T} exchanges a one-time token for a cookie and leads to {@code /p/NAME/}, the
 * viewer's page, whose files lie beside it; {@code /p/NAME/socket} is its WebSocket; {@code /healthz} answers "ok".
 *
 * <p>On the WebSocket, binary messages of the server are consecutive pieces of one raw deflate stream, each ended by a
 * sync flush (a piece may also refer to nothing before it); inflated they are {@code ToScreen} messages, each after its length as a varint. Binary messages of the
 * browser are one {@code FromScreen} each. Before the server closes it sends {@code Goodbye}; the close code is 4000 plus
 * the number of its {@code GoodbyeReason}.
 */
@NullMarked
package cc.screen.web;

import org.jspecify.annotations.NullMarked;
