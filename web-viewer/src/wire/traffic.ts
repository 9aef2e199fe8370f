/** What went over the wire since the page was opened; all connections together. */
export class Traffic {
    bytesDown = 0;
    bytesUp = 0;
    messagesDown = 0;
    messagesUp = 0;
    connections = 0;
}
