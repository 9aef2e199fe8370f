import type { Image } from "../gen/cc/protocol/display_pb.js";

/** Greatest side of an icon or a cursor that is shown, in pixels. */
const MAX_SIDE_PIXELS = 512;

/** A small picture as a canvas; null if it is empty, too large, or does not have the bytes its size needs. */
export function imageCanvas(image: Image | undefined): HTMLCanvasElement | null {
    if (image === undefined || image.width < 1 || image.height < 1) {
        return null;
    }
    if (image.width > MAX_SIDE_PIXELS || image.height > MAX_SIDE_PIXELS) {
        return null;
    }
    if (image.rgba.length !== image.width * image.height * 4) {
        return null;
    }
    const canvas = document.createElement("canvas");
    canvas.width = image.width;
    canvas.height = image.height;
    const data = new ImageData(new Uint8ClampedArray(image.rgba), image.width, image.height);
    canvas.getContext("2d")?.putImageData(data, 0, 0);
    return canvas;
}
