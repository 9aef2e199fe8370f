import { readFileSync } from "node:fs";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import type { DeflateRaw } from "node:zlib";
import { constants, createDeflateRaw } from "node:zlib";
import type { MessageInitShape } from "@bufbuild/protobuf";
import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import type { FromScreen } from "../../src/gen/cc/protocol/display_pb.js";
import { FromScreenSchema, ToScreenSchema } from "../../src/gen/cc/protocol/display_pb.js";

const VIEWER = fileURLToPath(new URL("../../target/classes/cc/viewer/", import.meta.url));
const PAGE = "/p/demo/";
const TYPES: Record<string, string> = {
    "": "text/html; charset=utf-8",
    "viewer.js": "text/javascript; charset=utf-8",
    "viewer.css": "text/css; charset=utf-8",
};

export type Told = NonNullable<MessageInitShape<typeof ToScreenSchema>["message"]>;
export type Heard = FromScreen["message"];
export type HeardCase = NonNullable<Heard["case"]>;
type HeardValues = { [H in Extract<Heard, { value: unknown }> as H["case"]]: H["value"] };
export type HeardValue<C extends HeardCase> = HeardValues[C];

/** One viewer at the fake screen proxy: says ToScreen messages as the real one does, and keeps what it hears. */
export class FakeViewer {
    readonly heard: Heard[] = [];
    private readonly deflate: DeflateRaw = createDeflateRaw({ level: 6 });
    private readonly waiting = new Set<() => void>();
    private chain = Promise.resolve();
    private pieces: Buffer[] = [];

    constructor(
        readonly socket: WebSocket,
        readonly id: number,
        onHeard: (viewer: FakeViewer, heard: Heard) => void,
    ) {
        this.deflate.on("data", (piece: Buffer) => this.pieces.push(piece));
        socket.on("message", (data: Buffer) => {
            const { message } = fromBinary(FromScreenSchema, data);
            this.heard.push(message);
            onHeard(this, message);
            this.waiting.forEach((check) => check());
        });
    }

    /** Sends messages in one piece that ends with a sync flush; done when it is sent. */
    tell(...messages: Told[]): Promise<void> {
        return this.raw(
            Buffer.concat(
                messages.map((message) => {
                    const bytes = toBinary(ToScreenSchema, create(ToScreenSchema, { message }));
                    return Buffer.concat([varint(bytes.length), bytes]);
                }),
            ),
        );
    }

    /** Sends bytes as they are into the deflate stream. */
    raw(bytes: Uint8Array): Promise<void> {
        this.chain = this.chain.then(
            () =>
                new Promise((done) => {
                    this.deflate.write(bytes);
                    this.deflate.flush(constants.Z_SYNC_FLUSH, () => {
                        this.socket.send(Buffer.concat(this.pieces));
                        this.pieces = [];
                        done();
                    });
                }),
        );
        return this.chain;
    }

    /** Waits until something was heard; the result is the first of the kind for which `test` holds. */
    hear<C extends HeardCase>(
        kind: C,
        test: (value: HeardValue<C>) => boolean = () => true,
        withinMs = 8_000,
    ): Promise<HeardValue<C>> {
        return new Promise((resolve, reject) => {
            const timer = setTimeout(() => {
                this.waiting.delete(check);
                const heard = this.heard.map((one) => JSON.stringify(one, jsonSafe)).join("\n");
                reject(new Error(`no such ${kind} was heard; heard:\n${heard}`));
            }, withinMs);
            const check = (): void => {
                const found = this.all(kind).find(test);
                if (found !== undefined) {
                    clearTimeout(timer);
                    this.waiting.delete(check);
                    resolve(found);
                }
            };
            this.waiting.add(check);
            check();
        });
    }

    all<C extends HeardCase>(kind: C): HeardValue<C>[] {
        return this.heard.filter((one) => one.case === kind).map((one) => one.value as HeardValue<C>);
    }

    forget(): void {
        this.heard.length = 0;
    }
}

/** Serves the viewer's page, with the headers of the real screen proxy, and one made-up program. */
export class FakeServer {
    readonly viewers: FakeViewer[] = [];
    onConnect: (viewer: FakeViewer) => void = () => undefined;
    onHeard: (viewer: FakeViewer, heard: Heard) => void = () => undefined;
    refuses = false;
    /** While set, connections wait for it. */
    hold: Promise<void> | null = null;
    private readonly http: Server;
    private readonly sockets: WebSocketServer;
    private readonly waiting: ((viewer: FakeViewer) => void)[] = [];

    private constructor() {
        this.http = createServer((request, response) => this.serve(request, response));
        this.sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
        this.http.on("upgrade", (request, socket, head) => {
            if (this.refuses || request.url !== `${PAGE}socket`) {
                socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
                return;
            }
            void Promise.resolve(this.hold).then(() => {
                this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.connected(webSocket));
            });
        });
    }

    static async start(): Promise<FakeServer> {
        const server = new FakeServer();
        await new Promise<void>((done) => server.http.listen(0, "127.0.0.1", done));
        return server;
    }

    get address(): string {
        return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}${PAGE}`;
    }

    /** The next viewer that connects. */
    nextViewer(): Promise<FakeViewer> {
        return new Promise((resolve) => this.waiting.push(resolve));
    }

    async stop(): Promise<void> {
        this.viewers.forEach((viewer) => viewer.socket.terminate());
        this.sockets.close();
        this.http.closeAllConnections();
        await new Promise((done) => this.http.close(done));
    }

    private connected(socket: WebSocket): void {
        const viewer = new FakeViewer(socket, this.viewers.length + 1, (who, heard) => this.onHeard(who, heard));
        this.viewers.push(viewer);
        this.onConnect(viewer);
        this.waiting.splice(0).forEach((resolve) => resolve(viewer));
    }

    private serve(request: IncomingMessage, response: ServerResponse): void {
        const { port } = this.http.address() as AddressInfo;
        const path = new URL(request.url ?? "/", "http://localhost").pathname;
        const name = path.startsWith(PAGE) ? path.slice(PAGE.length) : "?";
        if (this.refuses || !(name in TYPES)) {
            response.writeHead(this.refuses ? 403 : 404).end();
            return;
        }
        response.writeHead(200, {
            "Content-Type": TYPES[name],
            "Cache-Control": "no-store",
            "Cross-Origin-Opener-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy":
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; " +
                `style-src 'self'; img-src 'self' data: blob:; connect-src 'self' ws://127.0.0.1:${port}`,
        });
        response.end(readFileSync(VIEWER + (name || "index.html")));
    }
}

function jsonSafe(_key: string, value: unknown): unknown {
    return typeof value === "bigint" ? String(value) : value;
}

function varint(value: number): Uint8Array {
    const bytes: number[] = [];
    let rest = value;
    while (rest >= 0x80) {
        bytes.push((rest & 0x7f) | 0x80);
        rest >>>= 7;
    }
    bytes.push(rest);
    return Uint8Array.from(bytes);
}
