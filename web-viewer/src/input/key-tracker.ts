import { Modifier } from "../gen/cc/protocol/display_pb.js";
import { usageOf } from "./key-usages.js";
import { modifierOfCode } from "./modifiers.js";

/** What a keyboard event says. */
export interface KeyFacts {
    code: string;
    key: string;
    modifiers: number;
    repeat: boolean;
}

/** A KeyInput message's content. */
export interface KeyStroke {
    usage: number;
    key: string;
    pressed: boolean;
    modifiers: number;
    repeat: boolean;
}

export type Platform = "mac" | "windows" | "other";

/**
 * Knows which keys the program believes to be down. Browsers lose key releases (when the focus goes elsewhere, and on
 * Macs while Command is held) and Windows makes up a Control press before AltGr; this repairs both.
 */
export class KeyTracker {
    private readonly held = new Map<string, { usage: number; key: string; modifier: number }>();
    /** A press of the left Control key on Windows that may be AltGr's shadow. */
    private doubtful: KeyFacts | null = null;

    constructor(
        private readonly platform: Platform,
        private readonly emit: (stroke: KeyStroke) => void,
    ) {}

    get holdsAny(): boolean {
        return this.held.size > 0;
    }

    /** Whether a press waits for the next event; then {@link settle} is to be called soon. */
    get isDoubtful(): boolean {
        return this.doubtful !== null;
    }

    press(event: KeyFacts): void {
        const facts = this.translate(event);
        if (this.doubtful !== null && facts.code === "AltRight" && facts.key === "AltGraph") {
            this.doubtful = null;
        }
        this.settle();
        if (this.platform === "windows" && facts.code === "ControlLeft" && !facts.repeat) {
            this.doubtful = facts;
            return;
        }
        this.repair(facts.modifiers, facts.code);
        this.emitPress(facts);
    }

    release(event: KeyFacts): void {
        this.settle();
        const facts = this.translate(event);
        const id = identity(facts);
        const held = this.held.get(id);
        if (held !== undefined) {
            this.held.delete(id);
            this.emit({ usage: held.usage, key: facts.key, pressed: false, modifiers: facts.modifiers, repeat: false });
        }
        if (this.platform === "mac" && event.code.startsWith("Meta")) {
            this.releaseOrdinaryKeys(facts.modifiers);
        }
    }

    /** Sends a press that was in doubt. */
    settle(): void {
        const { doubtful } = this;
        if (doubtful !== null) {
            this.doubtful = null;
            this.emitPress(doubtful);
        }
    }

    /** Releases modifier keys that, as an event shows, are no longer down. */
    repair(modifiers: number, exceptCode = ""): void {
        for (const [id, { usage, key, modifier }] of this.held) {
            if (modifier !== 0 && (modifiers & modifier) === 0 && id !== exceptCode) {
                this.held.delete(id);
                this.emit({ usage, key, pressed: false, modifiers, repeat: false });
            }
        }
    }

    /** The program was told to release everything. */
    forget(): void {
        this.held.clear();
        this.doubtful = null;
    }

    /** Modifier bits of an event as the program is to see them. */
    programModifiers(modifiers: number): number {
        if (this.platform === "mac" && modifiers & Modifier.META) {
            return (modifiers & ~Modifier.META) | Modifier.CTRL;
        }
        return modifiers;
    }

    private emitPress(facts: KeyFacts): void {
        const usage = usageOf(facts.code);
        const modifier = modifierOfCode(facts.code, facts.key);
        this.held.set(identity(facts), { usage, key: facts.key, modifier });
        this.emit({ usage, key: facts.key, pressed: true, modifiers: facts.modifiers, repeat: facts.repeat });
    }

    private releaseOrdinaryKeys(modifiers: number): void {
        for (const [id, { usage, key, modifier }] of this.held) {
            if (modifier === 0) {
                this.held.delete(id);
                this.emit({ usage, key, pressed: false, modifiers, repeat: false });
            }
        }
    }

    /** On Macs Command does what Control does elsewhere, for programs that know only Control. */
    private translate(facts: KeyFacts): KeyFacts {
        if (this.platform !== "mac") {
            return facts;
        }
        const modifiers = this.programModifiers(facts.modifiers);
        switch (facts.code) {
            case "MetaLeft":
                return { ...facts, code: "ControlLeft", key: "Control", modifiers };
            case "MetaRight":
                return { ...facts, code: "ControlRight", key: "Control", modifiers };
            default:
                return { ...facts, modifiers };
        }
    }
}

function identity({ code, key }: KeyFacts): string {
    return code === "" ? `key:${key}` : code;
}
