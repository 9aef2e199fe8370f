/**
 * Decides when changed pixels reach their canvases: at once if nothing was shown in this animation frame yet (a key's
 * answer should not wait for the next one), else together in the next.
 */
export class Presenter {
    private shownInThisFrame = false;
    private pending = false;
    presented = 0;

    constructor(private readonly show: () => void) {}

    /** Something is to be shown. */
    request(): void {
        if (this.shownInThisFrame && document.visibilityState === "visible") {
            this.pending = true;
            return;
        }
        this.present();
        this.shownInThisFrame = true;
        requestAnimationFrame(() => this.nextFrame());
    }

    private nextFrame(): void {
        this.shownInThisFrame = false;
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
