const TONE_HZ = 880;
const TONE_SECONDS = 0.12;
const VOLUME = 0.08;
const FLASH_MS = 150;

/** The program's beep: a short soft tone once the browser allows sound, and a flash for those who do not hear it. */
export class Beeper {
    private audio: AudioContext | null = null;

    /** A person did something: from now on the browser lets the page sound. */
    allow(): void {
        this.audio ??= new AudioContext();
        if (this.audio.state === "suspended") {
            void this.audio.resume();
        }
    }

    beep(): void {
        document.body.classList.add("flash");
        setTimeout(() => document.body.classList.remove("flash"), FLASH_MS);
        const { audio } = this;
        if (audio === null || audio.state !== "running") {
            return;
        }
        const gain = new GainNode(audio, { gain: VOLUME });
        gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + TONE_SECONDS);
        const tone = new OscillatorNode(audio, { frequency: TONE_HZ });
        tone.connect(gain).connect(audio.destination);
        tone.start();
        tone.stop(audio.currentTime + TONE_SECONDS);
    }
}
