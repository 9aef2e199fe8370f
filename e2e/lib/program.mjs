// Starts programs under CC the way a user does, with a node of the test's own.
import { spawn, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const cc = join(root, "bin/cc");
export const demoJar = join(root, "cc-dist/target/cc/demo/cc-demo.jar");
const START_TIMEOUT_MS = 60_000;

/** A folder in which a node of this test alone listens. */
export class Machine {
    constructor() {
        this.folder = mkdtempSync(join(tmpdir(), "cc-e2e-"));
        this.environment = {
            ...process.env,
            CC_RUNTIME_DIR: join(this.folder, "run"),
            CC_STATE_DIR: join(this.folder, "state"),
        };
        delete this.environment.DISPLAY;
        this.programs = [];
    }

    command(...words) {
        return execFileSync(cc, words, { env: this.environment, encoding: "utf8" });
    }

    /** Runs `cc run OPTIONS JAR WORDS` until stopped; resolves when its address is printed. */
    async run(options, jar, ...words) {
        return this.launch([cc, "run", "--no-open", ...options, "-Dcc.verify=true", jar, ...words]);
    }

    async launch([file, ...words], environment = {}) {
        const child = spawn(file, words, { env: { ...this.environment, ...environment }, cwd: this.folder });
        const program = new Program(child);
        this.programs.push(program);
        await program.announced();
        return program;
    }

    /** @param stop ends the node */
    async close(stop = () => this.command("stop")) {
        for (const program of this.programs) {
            await program.stop();
        }
        stop();
        rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
}

export class Program {
    constructor(child) {
        this.child = child;
        this.output = "";
        this.watchers = new Set();
        this.ended = new Promise((done) => child.on("exit", (code) => done(code)));
        for (const stream of [child.stdout, child.stderr]) {
            stream.setEncoding("utf8");
            stream.on("data", (text) => {
                this.output += text;
                this.watchers.forEach((watch) => watch());
            });
        }
    }

    /** Waits for a pattern in what the program prints. */
    async printed(pattern) {
        return new Promise((found, failed) => {
            const timer = setTimeout(
                () => finish(() => failed(new Error(`not printed: ${pattern}\n${this.output}`))),
                START_TIMEOUT_MS,
            );
            const finish = (how) => {
                clearTimeout(timer);
                this.watchers.delete(look);
                how();
            };
            const look = () => {
                const match = pattern.exec(this.output);
                if (match) {
                    finish(() => found(match));
                }
            };
            this.watchers.add(look);
            this.child.on("exit", () =>
                finish(() => failed(new Error(`ended before it printed ${pattern}:\n${this.output}`))),
            );
            look();
        });
    }

    async announced() {
        [, this.name, this.address] = await this.printed(/cc: (\S+) shows at (http:\S+)/);
    }

    async stop() {
        if (this.child.exitCode === null) {
            this.child.kill("SIGTERM");
            const timer = setTimeout(() => this.child.kill("SIGKILL"), 10_000);
            await this.ended;
            clearTimeout(timer);
        }
    }
}
