/** Height of a window's title bar, in CSS pixels; viewer.css has the same. */
export const TITLE_BAR_PX = 34;
/** Height of the tool bar at the page's bottom, in CSS pixels; viewer.css has the same. */
export const TOOL_BAR_PX = 40;

const LEAST_SCALE = 1;
const GREATEST_SCALE = 4;
const SCALE_STEPS_PER_UNIT = 4;
/** A program's screen is never told to be smaller than this, in its own units. */
const LEAST_SCREEN_UNITS = 240;
/** Programs for desktops need some width: phones whose pixels are fine enough show them smaller than usual. */
const COMFORTABLE_WIDTH_UNITS = 480;
/** Screens narrower than this are phones: windows that are larger are asked to fit. */
const NARROW_UNITS = 700;
/** A phone's page is not zoomed out further than this: text would be too small to read. */
export const LEAST_ZOOM = 0.5;

export interface Point {
    x: number;
    y: number;
}

export interface Bounds extends Point {
    width: number;
    height: number;
}

/** How much of the page is the viewer's own: everything (windows with frames) or nothing (the program fills it). */
export type Chrome = "windows" | "none";

/** The page as the program is to see it. */
export interface PageLayout {
    /** Device pixels per unit that the program is asked to draw. */
    scale: number;
    /** CSS pixels per unit at which its pixels lie on device pixels. */
    cssPerUnit: number;
    /** Where the program's screen begins in the page, in CSS pixels. */
    origin: Point;
    /** The screen's size in units. */
    width: number;
    height: number;
}

/** The nearest scale that programs draw well at: steps of a quarter. */
export function programScale(devicePixelRatio: number): number {
    const stepped = Math.round(devicePixelRatio * SCALE_STEPS_PER_UNIT) / SCALE_STEPS_PER_UNIT;
    return Math.min(Math.max(stepped, LEAST_SCALE), GREATEST_SCALE);
}

/**
 * Lays the program's screen into the page; the room of title bar and tool bar is left out of it.
 *
 * @param coveredPx what the viewer's own keys take of the page's lower end, with the tool bar
 */
export function layOutPage(
    viewportWidth: number,
    viewportHeight: number,
    devicePixelRatio: number,
    chrome: Chrome,
    coveredPx = 0,
): PageLayout {
    const zoom = Math.min(1, viewportWidth / COMFORTABLE_WIDTH_UNITS);
    const scale = programScale(devicePixelRatio * zoom);
    const cssPerUnit = scale / devicePixelRatio;
    const top = chrome === "windows" ? TITLE_BAR_PX : 0;
    const bottom = Math.max(chrome === "windows" ? TOOL_BAR_PX : 0, coveredPx);
    return {
        scale,
        cssPerUnit,
        origin: { x: 0, y: top },
        width: Math.max(Math.floor(viewportWidth / cssPerUnit), LEAST_SCREEN_UNITS),
        height: Math.max(Math.floor((viewportHeight - top - bottom) / cssPerUnit), LEAST_SCREEN_UNITS),
    };
}

/** Where the program's units are in the page: page = origin + unit * cssPerUnit. */
export interface Placement {
    cssPerUnit: number;
    origin: Point;
}

/**
 * Fits a screen that this viewer did not choose into the page, whole and centred; never enlarged.
 *
 * @param natural CSS pixels per unit that would be crisp
 * @param coveredPx as for {@link layOutPage}
 */
export function fitScreen(
    screen: Bounds,
    natural: number,
    viewportWidth: number,
    viewportHeight: number,
    chrome: Chrome,
    coveredPx = 0,
): Placement {
    const top = chrome === "windows" ? TITLE_BAR_PX : 0;
    const bottom = Math.max(chrome === "windows" ? TOOL_BAR_PX : 0, coveredPx);
    const room = viewportHeight - top - bottom;
    const cssPerUnit = Math.min(natural, viewportWidth / screen.width, room / screen.height);
    return {
        cssPerUnit,
        origin: {
            x: (viewportWidth - screen.width * cssPerUnit) / 2 - screen.x * cssPerUnit,
            y: top + (room - screen.height * cssPerUnit) / 2 - screen.y * cssPerUnit,
        },
    };
}

/**
 * The page's layout; on a phone, zoomed out as far as the window in front needs to be seen whole. Where that would leave
 * too little to be read, the window has to be moved as well.
 */
export function showWhole(layout: PageLayout, front: Bounds | null): Placement {
    const { width, height, origin } = layout;
    if (front === null || width >= NARROW_UNITS || (front.width <= width && front.height <= height)) {
        return layout;
    }
    const left = Math.min(front.x, 0);
    const top = Math.min(front.y, 0);
    const right = Math.max(front.x + front.width, width);
    const bottom = Math.max(front.y + front.height, height);
    const zoom = Math.min(width / (right - left), height / (bottom - top));
    if (zoom < LEAST_ZOOM) {
        return { cssPerUnit: layout.cssPerUnit * LEAST_ZOOM, origin };
    }
    const cssPerUnit = layout.cssPerUnit * zoom;
    return { cssPerUnit, origin: { x: origin.x - left * cssPerUnit, y: origin.y - top * cssPerUnit } };
}

/**
 * Shifts a desktop's page up, as phones do for their keyboards, until the window in front ends above what covers the page
 * below the layout; its title bar stays in sight. One that is too high for that is shown smaller.
 */
export function showAbove(placement: Placement, { width, height }: PageLayout, front: Bounds | null): Placement {
    if (front === null || width < NARROW_UNITS || front.y + front.height <= height) {
        return placement;
    }
    const zoom = Math.max(Math.min(1, height / front.height), LEAST_ZOOM);
    const cssPerUnit = placement.cssPerUnit * zoom;
    const top = Math.max(0, Math.min(front.y, front.y + front.height - height / zoom));
    const besides = (width * (placement.cssPerUnit - cssPerUnit)) / 2;
    return { cssPerUnit, origin: { x: placement.origin.x + besides, y: placement.origin.y - top * cssPerUnit } };
}

/** The nearest place that lies on a device pixel, in CSS pixels. */
export function snap(css: number, devicePixelRatio: number): number {
    return Math.round(css * devicePixelRatio) / devicePixelRatio;
}

/** Units of a framed window that stay within the screen at each side, so that it can be caught again. */
const REACHABLE_UNITS = 48;

/**
 * Moves a framed window so that enough of its title bar can be reached; the same place if it is fine. On a phone's screen
 * all of the window is kept in sight, or where it is too wide, no room is left beside it.
 */
export function keepReachable(window: Bounds, screenWidth: number, screenHeight: number): Point {
    if (screenWidth < NARROW_UNITS) {
        const spareX = screenWidth - window.width;
        const x = Math.min(Math.max(window.x, Math.min(spareX, 0)), Math.max(spareX, 0));
        const y = Math.min(Math.max(window.y, 0), Math.max(screenHeight - window.height, 0));
        return { x, y };
    }
    const least = REACHABLE_UNITS - window.width;
    const x = Math.min(Math.max(window.x, least), screenWidth - REACHABLE_UNITS);
    const y = Math.min(Math.max(window.y, 0), Math.max(screenHeight - 1, 0));
    return { x, y };
}

/** The size at which a window fits a phone's screen, within its limits; its own size elsewhere. */
export function fitNarrow(
    window: Bounds,
    limits: SizeLimits,
    screenWidth: number,
    screenHeight: number,
): { width: number; height: number } {
    if (screenWidth >= NARROW_UNITS) {
        return { width: window.width, height: window.height };
    }
    return {
        width: Math.min(window.width, Math.max(screenWidth, limits.minWidth)),
        height: Math.min(window.height, Math.max(screenHeight, limits.minHeight)),
    };
}

/** Which edges of a window are dragged: -1 left or top, 1 right or bottom, 0 neither. */
export interface Edge {
    x: -1 | 0 | 1;
    y: -1 | 0 | 1;
}

export interface SizeLimits {
    minWidth: number;
    minHeight: number;
    /** 0: none. */
    maxWidth: number;
    maxHeight: number;
}

/** The bounds after dragging an edge by (dx, dy) units; the other edges stay where they are. */
export function resize(start: Bounds, edge: Edge, dx: number, dy: number, limits: SizeLimits): Bounds {
    const width = limited(start.width + edge.x * dx, limits.minWidth, limits.maxWidth);
    const height = limited(start.height + edge.y * dy, limits.minHeight, limits.maxHeight);
    return {
        x: edge.x < 0 ? start.x + start.width - width : start.x,
        y: edge.y < 0 ? start.y + start.height - height : start.y,
        width,
        height,
    };
}

function limited(value: number, least: number, most: number): number {
    const bounded = Math.max(Math.round(value), least, 1);
    return most > 0 ? Math.min(bounded, Math.max(most, least, 1)) : bounded;
}

/** The smallest rectangle around all of them; null if there are none. */
export function unionOf(all: Iterable<Bounds>): Bounds | null {
    let left = Infinity;
    let top = Infinity;
    let right = -Infinity;
    let bottom = -Infinity;
    for (const one of all) {
        left = Math.min(left, one.x);
        top = Math.min(top, one.y);
        right = Math.max(right, one.x + one.width);
        bottom = Math.max(bottom, one.y + one.height);
    }
    return right > left && bottom > top ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}
