// A desktop of the test's own.
import { execFileSync, spawn } from "node:child_process";

/** An X server that anybody on this machine may use; resolves when it listens. */
export async function startDisplay() {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1000x800x24", "-ac", "-noreset", "-nolisten", "tcp"], {
        stdio: ["ignore", "ignore", "inherit", "pipe"],
    });
    const number = await new Promise((found, failed) => {
        server.stdio[3].once("data", (text) => found(String(text).trim()));
        server.once("exit", () => failed(new Error("Xvfb ended")));
    });
    const name = `:${number}`;
    return {
        name,
        /** Titles of the windows that are on it. */
        titles: () =>
            [
                ...execFileSync("xwininfo", ["-root", "-tree"], {
                    env: { ...process.env, DISPLAY: name },
                    encoding: "utf8",
                }).matchAll(/^ {5}0x\w+ "([^"]+)": .* (\d+)x(\d+)\+/gm),
            ]
                .filter(([, , width]) => Number(width) > 100)
                .map(([, title]) => title),
        close: () =>
            new Promise((ended) => {
                server.once("exit", ended);
                server.kill();
            }),
    };
}
