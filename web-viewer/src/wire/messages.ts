import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { FromScreenSchema, ToScreenSchema } from "../gen/cc/protocol/display_pb.js";
import type { ToScreen } from "../gen/cc/protocol/display_pb.js";
import { ProtocolError } from "./message-splitter.js";

/** Version of the wire protocol that this viewer speaks. */
export const PROTOCOL_VERSION = 1;

/** What a viewer may say, as the `message` part of a FromScreen. */
export type Said = NonNullable<MessageInitShape<typeof FromScreenSchema>["message"]>;

/** @throws ProtocolError if the bytes are not a ToScreen message */
export function decodeToScreen(bytes: Uint8Array): ToScreen {
    try {
        return fromBinary(ToScreenSchema, bytes);
    } catch (cause) {
        throw new ProtocolError(`a message that is not ToScreen: ${String(cause)}`);
    }
}

export function encodeFromScreen(said: Said): Uint8Array<ArrayBuffer> {
    return toBinary(FromScreenSchema, create(FromScreenSchema, { message: said })) as Uint8Array<ArrayBuffer>;
}
