// Machines of one community on loopback: joining, and programs that run on another machine.
import { after, before, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { found, freePorts } from "../lib/community.mjs";
import { cc, Machine } from "../lib/program.mjs";
import { eventually } from "../lib/wait.mjs";

const SPEAKER = `
    import java.io.*;
    public class Speaker {
        public static void main(String[] words) throws Exception {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println("out " + line);
                System.err.println("err " + line);
            }
            System.exit(7);
        }
    }`;
const CLOCK = `
    public class Clock {
        public static void main(String[] words) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye")));
            System.out.println("ticking");
            while (true) {
                Thread.sleep(1000);
            }
        }
    }`;

const stranger = new Machine();
const classes = join(stranger.folder, "classes");
const jar = join(stranger.folder, "speaker.jar");
let m1, m2;

/** Runs cc to its end; standard input is given, output and exit code come back. */
function run(machine, input, ...words) {
    const result = spawnSync(cc, words, { env: machine.environment, cwd: machine.folder, input, encoding: "utf8" });
    return { code: result.status, out: result.stdout, err: result.stderr };
}

const until = (condition) => eventually(condition, Boolean, `never true: ${condition}`);
const applications = (machine) => JSON.parse(machine.command("ps", "--json"));
const machines = (machine) => JSON.parse(machine.command("nodes", "--json"));
const find = (machine, name) => applications(machine).find((application) => application.name === name);

const token = () => m1.command("token").trim().split(" ").slice(2);

/** The process of a machine's node: the one whose environment names its folder. */
function nodeProcess(machine) {
    return readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .find((pid) => {
            try {
                return (
                    readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("cc.node.daemon.NodeMain") &&
                    readFileSync(`/proc/${pid}/environ`, "utf8").includes(machine.environment.CC_RUNTIME_DIR) &&
                    readlinkSync(`/proc/${pid}/exe`).endsWith("java")
                );
            } catch {
                return false;
            }
        });
}

before(async () => {
    mkdirSync(classes);
    for (const [name, text] of Object.entries({ Speaker: SPEAKER, Clock: CLOCK })) {
        writeFileSync(join(classes, `${name}.java`), text);
        execFileSync("javac", ["-d", classes, join(classes, `${name}.java`)]);
    }
    execFileSync("jar", ["--create", "--file", jar, "--main-class", "Speaker", "-C", classes, "Speaker.class"]);
    ({ m1, m2 } = await found("m1", "m2"));
});

after(async () => {
    for (const machine of [stranger, m2, m1]) {
        await machine?.close();
    }
});

test("the machines of the community are listed on each", async () => {
    await until(() => machines(m1).filter((machine) => machine.present).length === 2);
    assert.deepEqual(
        machines(m2).map((machine) => machine.name),
        ["m1", "m2"],
    );
});

test("a token admits once, a wrong one never, and a name is given once", async () => {
    const words = token();
    const join = async (name, [address, text]) =>
        run(stranger, "", "join", address, text, "--name", name, "--address", `127.0.0.1:${await freePorts()}`);
    const wrong = await join("m3", [words[0], words[1].replace(/.{6}$/, (end) => [...end].reverse().join(""))]);
    assert.notEqual(wrong.code, 0);
    const same = await join("m2", words);
    assert.equal(same.code, 1);
    assert.match(same.err, /a machine called m2 belongs to the community already/);
    assert.equal((await join("m3", words)).code, 0);
    stranger.command("leave");
    await until(() => machines(m1).length === 2);
    const used = await join("m3", words);
    assert.equal(used.code, 1);
    assert.match(used.err, /wrong, or was used/);
});

test("a program on another machine has this one's input, output and exit code", () => {
    const result = run(m1, "a\nb\n", "run", "--on", "m2", "-cp", classes, "Speaker");
    assert.equal(result.out, "out a\nout b\n");
    assert.match(result.err, /err a\nerr b\n/);
    assert.equal(result.code, 7);
});

test("more input and output than any buffer holds passes through whole", () => {
    const lines = Array.from({ length: 60_000 }, (_, line) => `line ${line}`);
    const result = spawnSync(cc, ["run", "--on", "m2", "-cp", classes, "Speaker"], {
        env: m1.environment,
        cwd: m1.folder,
        input: lines.join("\n"),
        encoding: "utf8",
        maxBuffer: 1 << 28,
    });
    assert.equal(result.stdout, lines.map((line) => `out ${line}\n`).join(""));
    assert.equal(result.status, 7);
});

test("a signal reaches the program on the other machine, which ends as it would here", async () => {
    const child = spawn(cc, ["run", "--on", "m2", "--name", "far", "-cp", classes, "Clock"], { env: m1.environment });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    const ended = new Promise((done) => child.on("exit", done));
    await until(() => output.includes("ticking"));
    assert.equal(find(m1, "far").machine, "m2");
    child.kill("SIGINT");
    assert.equal(await ended, 130);
    await until(() => output.includes("bye"));
    await until(() => !find(m1, "far"));
});

test("a program whose starter is gone is hung up", async () => {
    const child = spawn(cc, ["run", "--on", "m2", "--name", "orphan", "-cp", classes, "Clock"], {
        env: m1.environment,
    });
    await until(() => find(m1, "orphan"));
    child.kill("SIGKILL");
    await until(() => !find(m1, "orphan"));
});

test("a machine or a file that is not there is named", () => {
    const nowhere = run(m1, "", "run", "--on", "m9", "-cp", classes, "Speaker");
    assert.equal(nowhere.code, 1);
    assert.match(nowhere.err, /no machine of the community is called 'm9'/);
    const nothing = run(m1, "", "run", "--on", "m2", "nothing.jar");
    assert.equal(nothing.code, 1);
    assert.match(nothing.err, /there is no file .*nothing\.jar/);
    assert.match(run(m1, "", "kill", "nobody").err, /no application is called 'nobody'/);
});

test("where a program runs, and why, is told to whoever asks", () => {
    const most = run(m1, "a\n", "run", "-v", "--on", "any", jar);
    assert.match(most.err, /cc: runs on m[12], since m[12] has \d\.\d of \d+ processors idle, the most of 2 machines/);
    assert.deepEqual([most.out, most.code], ["out a\n", 7]);
    const best = run(m1, "a\n", "run", "-v", jar);
    assert.match(best.err, /cc: runs on m[12], since /);
    assert.deepEqual([best.out, best.code], ["out a\n", 7]);
    assert.match(run(m1, "", "run", "-v", jar, jar).err, /cc: runs here, since '.*' names a file of this machine/);
    assert.match(run(m1, "", "run", "-v", "-cp", classes, "Speaker").err, /cc: runs here, since its classes are not/);
    assert.match(run(m1, "", "run", "--screen", "m2,m9", jar).err, /no machine of the community is called 'm9'/);
});

test("a program in the background has a log, can be ended, and its end is known", async () => {
    const started = m1.command("run", "--on", "m2", "-d", "--name", "clock", "-cp", classes, "Clock");
    assert.match(started, /^clock [0-9a-f]{8} on m2\n$/);
    await until(() => m1.command("logs", "clock").includes("ticking"));
    await until(() => find(m1, "clock")?.memoryBytes > 0);
    m1.command("kill", "clock");
    assert.equal(run(m1, "", "wait", "clock").code, 143);
    assert.equal(m1.command("logs", "-f", "clock"), "ticking\nbye\n");
    await until(() => !find(m1, "clock"));
});

test("programs outlive their node, and are listed again when it comes back", async () => {
    m1.command("run", "--on", "m2", "-d", "--name", "survivor", "-cp", classes, "Clock");
    await until(() => find(m1, "survivor"));
    const { id, pid } = find(m1, "survivor");
    m1.command("run", "-d", "--name", "watched", "-cp", classes, "Clock");
    m1.command("show", "watched", "--on", "m2");
    const watched = () => find(m1, "watched");
    assert.deepEqual([watched().screens, watched().machinesAway], [["m2"], []]);
    process.kill(Number(nodeProcess(m2)), "SIGKILL");
    await until(() => find(m1, "survivor")?.state === "away");
    assert.match(run(m1, "", "signal", "survivor", "TERM").err, /m2, which is away/);
    assert.deepEqual([watched().state, watched().screens, watched().machinesAway], ["runs", ["m2"], ["m2"]]);
    assert.match(m1.command("ps"), /watched .* m2\(away\) .* runs/);
    // Whatever needs a node starts it.
    m2.command("run", "-d", "--name", "starter", "-cp", classes, "Speaker");
    await until(() => find(m1, "survivor")?.state === "runs");
    assert.deepEqual(watched().machinesAway, []);
    m1.command("kill", "watched");
    assert.deepEqual([find(m1, "survivor").id, find(m1, "survivor").pid], [id, pid]);
    m1.command("signal", id, "TERM");
    assert.equal(run(m1, "", "wait", "survivor").code, 143);
});

test("a machine that leaves is listed no more", async () => {
    m2.command("leave");
    await until(() => machines(m1).length === 1);
    assert.match(run(m2, "", "nodes").err, /no community|nothing runs here/);
});
