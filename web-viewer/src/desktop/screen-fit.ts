import type { ScreenLayout } from "../gen/cc/protocol/display_pb.js";
import type { Bounds, Chrome, PageLayout, Placement } from "./geometry.js";
import { fitScreen, layOutPage, showAbove, showWhole, unionOf } from "./geometry.js";

/** How long a program may take to follow the page's size before its screen is fitted as it is. */
const FOLLOW_MS = 700;

/** Knows what screen the page offers, what screen the program has, and how the second is shown in the first. */
export class ScreenFit {
    private offered: PageLayout;
    private offeredAt = 0;
    private actual: Bounds | null = null;
    private actualScale = 1;
    private timer = 0;
    private coveredPx = 0;

    constructor(
        private chrome: Chrome,
        private readonly onOffer: (layout: PageLayout) => void,
        private readonly onChange: () => void,
    ) {
        this.offered = this.measure();
    }

    get layout(): PageLayout {
        return this.offered;
    }

    setChrome(chrome: Chrome): void {
        if (chrome !== this.chrome) {
            this.chrome = chrome;
            this.pageChanged();
        }
    }

    /** @param px of the page's lower end that the viewer's own keys take, with what is below them; 0: they are hidden */
    setCovered(px: number): void {
        if (px !== this.coveredPx) {
            this.coveredPx = px;
            this.pageChanged();
        }
    }

    /** The page, or the screen's pixels, changed size. */
    pageChanged(): void {
        const layout = this.measure();
        const same =
            layout.width === this.offered.width &&
            layout.height === this.offered.height &&
            layout.scale === this.offered.scale;
        this.offered = layout;
        if (!same) {
            this.offer();
        }
        this.onChange();
    }

    /** Tells the program's side again what the page offers. */
    offer(): void {
        this.offeredAt = performance.now();
        clearTimeout(this.timer);
        this.timer = window.setTimeout(this.onChange, FOLLOW_MS);
        this.onOffer(this.offered);
    }

    /** The screens that the program has, as its screen proxy says. */
    programHas(screens: ScreenLayout | undefined): void {
        const bounds = (screens?.screens ?? []).flatMap((screen) => (screen.bounds ? [screen.bounds] : []));
        this.actual = unionOf(bounds);
        this.actualScale = screens?.screens[0]?.scale || 1;
        this.onChange();
    }

    /**
     * @param inControl whether the program follows this page
     * @param shown what is to be seen at least, where the program's screens are not known
     * @param front the window that is to be seen whole
     */
    placement(inControl: boolean, shown: () => Bounds | null, front: () => Bounds | null): Placement {
        const { actual, offered } = this;
        if (inControl && (actual === null || performance.now() - this.offeredAt < FOLLOW_MS)) {
            return this.whole(front());
        }
        const screen = actual ?? withRoom(shown(), offered);
        const same =
            screen.x === 0 &&
            screen.y === 0 &&
            screen.width === offered.width &&
            screen.height === offered.height &&
            (actual === null || this.actualScale === offered.scale);
        if (same) {
            return this.whole(front());
        }
        const natural = this.actualScale / window.devicePixelRatio;
        return fitScreen(screen, natural, window.innerWidth, window.innerHeight, this.chrome, this.coveredPx);
    }

    private whole(front: Bounds | null): Placement {
        const placement = showWhole(this.offered, front);
        return this.coveredPx === 0 ? placement : showAbove(placement, this.offered, front);
    }

    private measure(): PageLayout {
        return layOutPage(window.innerWidth, window.innerHeight, window.devicePixelRatio, this.chrome, this.coveredPx);
    }
}

/** The page's own screen, enlarged so that all that is shown lies in it. */
function withRoom(shown: Bounds | null, { width, height }: PageLayout): Bounds {
    const own = { x: 0, y: 0, width, height };
    return shown === null ? own : (unionOf([own, shown]) ?? own);
}
