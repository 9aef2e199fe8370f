import type { WindowState } from "../gen/cc/protocol/display_pb.js";
import { icon } from "../ui/icons.js";
import { imageCanvas } from "./image-canvas.js";

/** A window's icon in a square of so many CSS pixels; a pictogram where the program gave none. */
export function iconOf(state: WindowState, sidePx: number): Element {
    const canvas = imageCanvas(state.icon);
    if (canvas === null) {
        return icon("window");
    }
    const fit = sidePx / Math.max(canvas.width, canvas.height);
    canvas.style.width = `${canvas.width * fit}px`;
    canvas.style.height = `${canvas.height * fit}px`;
    return canvas;
}
