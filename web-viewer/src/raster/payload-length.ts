import { ProtocolError } from "../wire/message-splitter.js";

/** @throws ProtocolError if a payload does not have the length that its size and encoding need */
export function requireLength(length: number, expected: number, width: number, height: number): void {
    if (length !== expected) {
        throw new ProtocolError(`a payload has ${length} bytes, ${width}x${height} needs ${expected}`);
    }
}
