interface KeyboardLock {
    lock(): Promise<void>;
    unlock(): void;
}

/** Switches full screen; where the browser can, all its shortcuts then go to the program. */
export async function toggleFullScreen(): Promise<void> {
    if (document.fullscreenElement !== null) {
        await document.exitFullscreen();
        return;
    }
    await document.documentElement.requestFullscreen({ navigationUI: "hide" });
    const { keyboard } = navigator as Navigator & { keyboard?: KeyboardLock };
    await keyboard?.lock().catch(() => undefined);
}
