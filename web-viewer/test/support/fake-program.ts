import type { MessageInitShape } from "@bufbuild/protobuf";
import { create } from "@bufbuild/protobuf";
import type { ScreenLayoutSchema, WindowState } from "../../src/gen/cc/protocol/display_pb.js";
import { WindowKind, WindowMode, WindowStateSchema } from "../../src/gen/cc/protocol/display_pb.js";
import { CommandWriter } from "./command-writer.js";
import type { FakeServer, FakeViewer, Heard } from "./fake-server.js";
import { paintDialog, paintEditor, paintMenu } from "./fake-painting.js";

type Layout = MessageInitShape<typeof ScreenLayoutSchema>;

/** A made-up program behind a {@link FakeServer}: its windows follow what viewers ask for. */
export class FakeProgram {
    readonly windows = new Map<number, WindowState>();
    mayControl = true;
    inControl: number | null = null;
    /** The machines that may drive the program, none of which is the viewer's. */
    inputs: string[] = [];
    /** The program's machine, while it is not reached. */
    unreached = "";
    screens: Layout | undefined;
    tellsScreens = true;
    scale = 1;
    private sequence = 0;
    private stacking = 10;

    constructor(private readonly server: FakeServer) {
        server.onHeard = (viewer, heard) => this.heard(viewer, heard);
    }

    /** A window with a frame; its surface has its number. */
    add(window: number, place: MessageInitShape<typeof WindowStateSchema>): WindowState {
        const made = create(WindowStateSchema, {
            window,
            surface: window,
            kind: WindowKind.FRAME,
            mode: WindowMode.NORMAL,
            x: 60,
            y: 40,
            width: 480,
            height: 320,
            scale: this.scale,
            title: `Window ${window}`,
            visible: true,
            decorated: true,
            resizable: true,
            closable: true,
            focusable: true,
            stacking: ++this.stacking,
            ...place,
        });
        this.windows.set(window, made);
        return made;
    }

    focus(window: number): void {
        for (const one of this.windows.values()) {
            one.focused = one.window === window;
        }
        this.tellWindows();
    }

    tellWindows(): void {
        for (const viewer of this.server.viewers) {
            void viewer.tell(...[...this.windows.values()].map((value) => ({ case: "window" as const, value })));
        }
    }

    /** Sends drawing commands as one frame. */
    draw(commands: Uint8Array, checksums: { surface: number; crc32: number }[] = []): number {
        const sequence = ++this.sequence;
        for (const viewer of this.server.viewers) {
            void viewer.tell({ case: "frame", value: { sequence, commands, checksums } });
        }
        return sequence;
    }

    /** Draws all of a window. */
    paint(window: WindowState, writer = new CommandWriter()): CommandWriter {
        const width = Math.ceil(window.width * this.scale);
        const height = Math.ceil(window.height * this.scale);
        writer.surface(window.surface, window.translucent ? 2 : 0, width, height);
        const paint =
            window.kind === WindowKind.POPUP ? paintMenu : window.kind === WindowKind.DIALOG ? paintDialog : paintEditor;
        paint(writer, width, height, this.scale);
        return writer;
    }

    private greet(viewer: FakeViewer): void {
        this.inControl ??= this.mayControl && this.inputs.length === 0 ? viewer.id : 0;
        void viewer.tell({
            case: "welcome",
            value: { protocolVersion: 1, program: "Notes", viewer: viewer.id, mayControl: this.mayControl },
        });
        this.tellViewers();
        const writer = new CommandWriter();
        for (const window of this.windows.values()) {
            void viewer.tell({ case: "window", value: window });
            this.paint(window, writer);
        }
        void viewer.tell({ case: "frame", value: { sequence: ++this.sequence, commands: writer.build() } });
    }

    tellViewers(): void {
        const open = this.server.viewers.filter((viewer) => viewer.socket.readyState === 1);
        for (const viewer of open) {
            const screens = this.tellsScreens ? this.screens : undefined;
            const value = { count: open.length, inControl: this.inControl ?? 0, screens, inputs: this.inputs, inputElsewhere: this.inputs.length > 0, unreached: this.unreached };
            void viewer.tell({ case: "viewers", value: value as never });
        }
    }

    private heard(viewer: FakeViewer, heard: Heard): void {
        switch (heard.case) {
            case "attach":
                if (this.inControl === null || this.inControl === viewer.id) {
                    this.screens ??= heard.value.screens;
                }
                this.scale = this.screens?.screens?.[0]?.scale ?? 1;
                this.windows.forEach((window) => (window.scale = this.scale));
                this.greet(viewer);
                break;
            case "screens":
                this.screens = heard.value;
                this.tellViewers();
                break;
            case "control":
                this.inControl = viewer.id;
                this.tellViewers();
                break;
            case "ping":
                void viewer.tell({ case: "pong", value: { id: heard.value.id } });
                break;
            case "window":
                this.asked(heard.value.window, heard.value.request);
                break;
            default:
        }
    }

    private asked(id: number, request: Extract<Heard, { case: "window" }>["value"]["request"]): void {
        const window = this.windows.get(id);
        if (window === undefined) {
            return;
        }
        switch (request.case) {
            case "bounds": {
                const resized = request.value.width !== window.width || request.value.height !== window.height;
                const { x, y, width, height } = request.value;
                Object.assign(window, { x, y, width, height });
                this.tellWindows();
                if (resized) {
                    this.draw(this.paint(window).build());
                }
                break;
            }
            case "mode":
                window.mode = request.value;
                this.tellWindows();
                break;
            case "focus":
                this.focus(id);
                break;
            case "raise":
                window.stacking = ++this.stacking;
                this.tellWindows();
                break;
            case "close":
                this.windows.delete(id);
                this.server.viewers.forEach((viewer) => void viewer.tell({ case: "windowClosed", value: { window: id } }));
                break;
            default:
        }
    }
}
