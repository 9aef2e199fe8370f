import { Desktop } from "./desktop/desktop.js";
import type { PageLayout } from "./desktop/geometry.js";
import type { Frame, ToScreen, Viewers, Welcome } from "./gen/cc/protocol/display_pb.js";
import { WindowMode } from "./gen/cc/protocol/display_pb.js";
import { ProgramInput } from "./input/program-input.js";
import { crc32 } from "./raster/crc32.js";
import { Replica } from "./raster/replica.js";
import type { Status } from "./session.js";
import { Session } from "./session.js";
import type { Stats } from "./statistics.js";
import { Statistics } from "./statistics.js";
import { Announcer } from "./ui/announcer.js";
import { Beeper } from "./ui/beep.js";
import { ClipboardLink } from "./ui/clipboard-link.js";
import { offerLink } from "./ui/links.js";
import { Panels } from "./ui/panels.js";
import { StatusScreen } from "./ui/status-screen.js";
import { ToolBar } from "./ui/tool-bar.js";
import { UnreachedNotice } from "./ui/unreached-notice.js";
import type { Said } from "./wire/messages.js";
import { PROTOCOL_VERSION } from "./wire/messages.js";

/** Ties the session, the windows, the input and the viewer's own controls together. */
export class App {
    readonly inspection = {
        /** CRC-32 of each surface, as SurfaceChecksum has it. */
        checksums: (): Record<number, number> => this.checksums(),
        stats: (): Stats => this.statistics.snapshot(this.desktop.presenter.presented),
        status: (): Status => this.session.status,
    };
    private readonly session: Session;
    private readonly statistics: Statistics;
    private readonly desktop: Desktop;
    private readonly input: ProgramInput;
    private readonly toolBar: ToolBar;
    private readonly panels: Panels;
    private readonly clipboard: ClipboardLink;
    private readonly announcer = new Announcer();
    private readonly beeper = new Beeper();
    private readonly statusScreen = new StatusScreen(() => this.session.connect());
    private readonly unreachedNotice = new UnreachedNotice();
    private readonly verify: boolean;
    private replica = new Replica();
    private welcome: Welcome | null = null;
    private viewers: Viewers | null = null;

    constructor(
        private readonly body: HTMLElement,
        layer: HTMLElement,
        address: URL,
    ) {
        this.verify = address.searchParams.has("verify");
        this.session = new Session(socketAddress(address), address.pathname, {
            onOpen: () => this.opened(),
            onMessage: (message) => this.receive(message),
            onStatus: (status) => this.showStatus(status),
        });
        this.statistics = new Statistics(this.session.traffic);
        this.desktop = new Desktop(layer, {
            request: (window, request) => this.control({ case: "window", value: { window, request } }),
            offer: (layout) => this.offer(layout),
            windowsChanged: () => this.toolBar.setWindows(this.desktop.tasks()),
            hostOpened: (host) => this.input.attach(host),
        });
        this.clipboard = new ClipboardLink((text) => this.control({ case: "clipboard", value: { text } }));
        this.input = new ProgramInput(this.desktop, this.clipboard, (said) => this.control(said));
        this.panels = new Panels({
            clipboard: this.clipboard,
            input: this.input,
            desktop: this.desktop,
            stats: this.inspection.stats,
            ping: () => this.session.send({ case: "ping", value: { id: this.statistics.pinged() } }),
        });
        this.toolBar = new ToolBar(this.panels.tools, {
            activate: (window) => this.activate(window),
            takeControl: () => this.session.send({ case: "control", value: { take: true } }),
        });
    }

    start(): void {
        this.body.append(
            this.toolBar.element,
            this.panels.element,
            this.announcer.element,
            this.unreachedNotice.element,
            this.statusScreen.element,
        );
        window.addEventListener("resize", () => this.desktop.fit.pageChanged());
        window.addEventListener("online", () => this.session.retryNow());
        window.addEventListener("pagehide", () => this.desktop.popOuts.closeAll());
        window.addEventListener("pointerdown", () => this.beeper.allow(), { capture: true });
        window.addEventListener("keydown", (event) => this.keyDown(event), { capture: true });
        document.addEventListener("visibilitychange", () => this.desktop.presenter.request());
        this.input.attach(this.desktop.pageHost);
        this.showControl();
        this.session.connect();
    }

    private keyDown(event: KeyboardEvent): void {
        this.beeper.allow();
        if (event.ctrlKey && event.altKey && event.shiftKey && event.code === "KeyT") {
            event.preventDefault();
            event.stopImmediatePropagation();
            this.toolBar.focus();
        }
    }

    private opened(): void {
        this.replica = new Replica();
        this.welcome = null;
        this.viewers = null;
        this.desktop.attach(this.replica.surfaces);
        this.session.send({
            case: "attach",
            value: {
                protocolVersion: PROTOCOL_VERSION,
                verify: this.verify,
                screens: this.screens(this.desktop.fit.layout),
                devicePixelRatio: window.devicePixelRatio,
            },
        });
    }

    private receive({ message }: ToScreen): void {
        switch (message.case) {
            case "frame":
                return this.applyFrame(message.value);
            case "window":
                return this.desktop.update(message.value);
            case "windowClosed":
                return this.desktop.remove(message.value.window);
            case "cursor":
                return this.desktop.setCursor(message.value);
            case "clipboard":
                return this.clipboard.fromProgram(message.value.text);
            case "beep":
                return this.beeper.beep();
            case "openLink":
                return offerLink(message.value.uri, this.announcer);
            case "pointer":
                return this.desktop.showPointer(message.value);
            case "caret":
                return this.input.setCaret(message.value);
            case "welcome":
                return this.welcomed(message.value);
            case "viewers":
                return this.viewersChanged(message.value);
            case "pong":
                return this.statistics.ponged(message.value.id);
            default:
        }
    }

    private applyFrame(frame: Frame): void {
        this.replica.apply(frame.commands);
        this.session.send({ case: "ack", value: { sequence: frame.sequence } });
        this.desktop.presenter.request();
        this.statistics.frameApplied(frame.sequence);
        for (const { surface, crc32: expected } of frame.checksums) {
            const found = this.replica.surfaces.find(surface);
            this.statistics.verified++;
            if (found === undefined || crc32(found) !== expected) {
                this.statistics.mismatches++;
                console.error(`viewer: surface ${surface} differs after frame ${frame.sequence}`);
            }
        }
    }

    private welcomed(welcome: Welcome): void {
        this.welcome = welcome;
        document.title = welcome.program || "Computing Community";
        this.toolBar.setProgram(welcome.program);
        this.showControl();
    }

    private viewersChanged(viewers: Viewers): void {
        const hadControl = this.desktop.inControl;
        this.viewers = viewers;
        this.desktop.inControl = this.inControl;
        this.desktop.fit.programHas(viewers.screens);
        if (this.inControl && !hadControl) {
            this.desktop.fit.offer();
        }
        if (viewers.inControl === 0 && this.mayControl) {
            this.session.send({ case: "control", value: { take: true } });
        }
        this.showControl();
    }

    private get mayControl(): boolean {
        return (this.welcome?.mayControl ?? false) && !(this.viewers?.inputElsewhere ?? false);
    }

    private get inControl(): boolean {
        const viewer = this.welcome?.viewer ?? 0;
        return this.session.isOpen && viewer !== 0 && this.viewers?.inControl === viewer && this.unreached === "";
    }

    /** The program's machine, while its node does not reach that. */
    private get unreached(): string {
        return this.session.isOpen ? (this.viewers?.unreached ?? "") : "";
    }

    private showControl(): void {
        this.toolBar.setControl({
            connected: this.session.isOpen && this.welcome !== null,
            mayControl: this.mayControl,
            inControl: this.inControl,
            viewers: this.viewers?.count ?? 0,
            driver: this.viewers?.driver ?? "",
            inputs: this.viewers?.inputElsewhere ? this.viewers.inputs : [],
            unreached: this.unreached,
        });
        this.unreachedNotice.show(this.unreached);
        this.input.setEnabled(this.inControl);
        this.body.classList.toggle("viewing", !this.inControl);
    }

    private showStatus(status: Status): void {
        this.statusScreen.show(status);
        this.body.classList.toggle("offline", status.kind !== "connected");
        if (status.kind !== "connected") {
            this.desktop.inControl = false;
        }
        this.showControl();
    }

    private activate(window: number): void {
        const { mode, focused } = this.desktop.views.get(window)!.state;
        if (mode === WindowMode.ICONIFIED) {
            this.control({ case: "window", value: { window, request: { case: "mode", value: WindowMode.NORMAL } } });
        } else if (focused) {
            this.control({ case: "window", value: { window, request: { case: "mode", value: WindowMode.ICONIFIED } } });
            return;
        }
        this.control({ case: "window", value: { window, request: { case: "raise", value: true } } });
        this.control({ case: "window", value: { window, request: { case: "focus", value: true } } });
        this.input.focus();
    }

    private offer(layout: PageLayout): void {
        this.session.send({ case: "screens", value: this.screens(layout) });
    }

    private screens(layout: PageLayout) {
        const bounds = { x: 0, y: 0, width: layout.width, height: layout.height };
        return { screens: [{ bounds, scale: layout.scale }], locks: this.input.locks };
    }

    /** Says something that only the viewer in control may say. */
    private control(said: Said): void {
        if (this.inControl) {
            this.session.send(said);
        }
    }

    private checksums(): Record<number, number> {
        return Object.fromEntries([...this.replica.surfaces].map((surface) => [surface.id, crc32(surface)]));
    }
}

/** The socket beside the page: /p/NAME/ has it at /p/NAME/socket. */
function socketAddress(page: URL): string {
    const socket = new URL("socket", page);
    socket.protocol = page.protocol === "https:" ? "wss:" : "ws:";
    socket.search = "";
    socket.hash = "";
    return socket.href;
}
