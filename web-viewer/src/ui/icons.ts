const SVG = "http://www.w3.org/2000/svg";

/** Pictograms on a 20 by 20 grid, drawn with a stroke of the text's colour. */
const PATHS = {
    minimize: "M5 14h10",
    maximize: "M5.5 5.5h9v9h-9z",
    restore: "M5 8h7v7H5z M8 8V5h7v7h-3",
    close: "M5.5 5.5l9 9 M14.5 5.5l-9 9",
    help: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8 M10 14.2v.1",
    stats: "M4 15v-4 M8 15V7 M12 15v-6 M16 15V4",
    clipboard: "M7.5 4.5h-2v12h9v-12h-2 M7.5 3.5h5v2.5h-5z",
    keyboard: "M2.5 5.5h15v9h-15z M5 8.5h.1 M8.3 8.5h.1 M11.6 8.5h.1 M15 8.5h.1 M6.5 11.8h7",
    fill: "M3 4.5h14v11H3z M3 7.5h14",
    fullScreen: "M4 8V4h4 M12 4h4v4 M16 12v4h-4 M8 16H4v-4",
    popOut: "M11 4h5v5 M16 4l-7 7 M13 11v5H4V7h5",
    more: "M5 10h.1 M10 10h.1 M15 10h.1",
    window: "M3.5 4.5h13v11h-13z M3.5 7.5h13",
    pointer: "M2 1v14l3.4-3 2.5 5.4 2.4-1.1L7.8 11l4.3-.5z",
    eye: "M2.5 10s2.8-4.5 7.5-4.5 7.5 4.5 7.5 4.5-2.8 4.5-7.5 4.5S2.5 10 2.5 10z M10 8.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6z",
    hand: "M6 10V5.5a1.2 1.2 0 0 1 2.4 0V9 M8.4 9V4.2a1.2 1.2 0 0 1 2.4 0V9 M10.8 9V5a1.2 1.2 0 0 1 2.4 0v5 M13.2 10V7.5a1.2 1.2 0 0 1 2.4 0V12c0 3-1.8 5-4.6 5-2.4 0-3.5-1-4.6-2.8L4.2 11a1.2 1.2 0 0 1 1.9-1.3L7 11",
} as const;

export type IconName = keyof typeof PATHS;

/** A pictogram; it has no meaning of its own for screen readers. */
export function icon(name: IconName): SVGSVGElement {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("class", "icon");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", PATHS[name]);
    svg.append(path);
    return svg;
}
