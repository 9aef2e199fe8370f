/**
 * Decides when changed pixels reach their canvases: at once if nothing was shown in this animation frame yet (a key's
 * answer should not wait for the next one), else together in the next.
 */
export class Presenter {
    presented = 0;
    private frameRequested = false;
    private pending = false;

    constructor(private readonly show: () => void) {}

    /** Something is to be shown. */
    request(): void {
        // A hidden page has no animation frames, but its windows may show elsewhere.
        if (this.frameRequested && document.visibilityState === "visible") {
            this.pending = true;
            return;
        }
        this.present();
        if (!this.frameRequested) {
            this.frameRequested = true;
            requestAnimationFrame(() => this.nextFrame());
        }
    }

    private nextFrame(): void {
        this.frameRequested = false;
        if (this.pending) {
            this.request();
        }
    }

    private present(): void {
        this.pending = false;
        this.presented++;
        this.show();
    }
}
