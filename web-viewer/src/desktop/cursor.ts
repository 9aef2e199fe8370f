import type { CursorShape } from "../gen/cc/protocol/display_pb.js";
import { CursorKind } from "../gen/cc/protocol/display_pb.js";
import { imageCanvas } from "./image-canvas.js";

const CSS_NAMES: Record<CursorKind, string> = {
    [CursorKind.DEFAULT]: "default",
    [CursorKind.CROSSHAIR]: "crosshair",
    [CursorKind.TEXT]: "text",
    [CursorKind.WAIT]: "wait",
    [CursorKind.SW_RESIZE]: "sw-resize",
    [CursorKind.SE_RESIZE]: "se-resize",
    [CursorKind.NW_RESIZE]: "nw-resize",
    [CursorKind.NE_RESIZE]: "ne-resize",
    [CursorKind.N_RESIZE]: "n-resize",
    [CursorKind.S_RESIZE]: "s-resize",
    [CursorKind.W_RESIZE]: "w-resize",
    [CursorKind.E_RESIZE]: "e-resize",
    [CursorKind.HAND]: "pointer",
    [CursorKind.MOVE]: "move",
    [CursorKind.CUSTOM]: "default",
    [CursorKind.HIDDEN]: "none",
    [CursorKind.DROP_ALLOWED]: "copy",
    [CursorKind.DROP_FORBIDDEN]: "no-drop",
};

/** What a window's pointer looks like, as a value of the CSS property `cursor`. */
export function cursorStyle(shape: CursorShape): string {
    if (shape.kind === CursorKind.CUSTOM) {
        const canvas = imageCanvas(shape.image);
        if (canvas !== null) {
            const x = Math.min(shape.hotX, canvas.width - 1);
            const y = Math.min(shape.hotY, canvas.height - 1);
            return `url(${canvas.toDataURL()}) ${x} ${y}, default`;
        }
    }
    return CSS_NAMES[shape.kind] ?? "default";
}
