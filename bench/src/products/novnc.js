// TigerVNC, websockify and noVNC, as Debian packages them, with their defaults.

import { freePort, listening } from "../processes.js";
import { tree } from "../proc-stats.js";
import { DEMO_JAR, JAVA, SCREEN, TEXT_PAGE } from "./program.js";
import { displayUp, freeDisplay } from "./xvfb.js";

export const novnc = {
    name: "TigerVNC + noVNC",
    packages: ["tigervnc-standalone-server", "novnc", "websockify"],

    async start(processes) {
        const display = freeDisplay();
        const rfbPort = await freePort();
        const server = processes.start("xtigervnc", "Xtigervnc", [
            `:${display}`,
            ...["-geometry", `${SCREEN.width}x${SCREEN.height}`, "-depth", "24"],
            ...["-SecurityTypes", "None", "-localhost", "-rfbport", String(rfbPort)],
        ]);
        await displayUp(display);
        await listening(rfbPort);
        const webPort = await freePort();
        const relay = processes.start("websockify", "websockify", [
            ...["--web", "/usr/share/novnc"],
            `127.0.0.1:${webPort}`,
            `127.0.0.1:${rfbPort}`,
        ]);
        await listening(webPort);
        const program = processes.start("program", JAVA, ["-cp", DEMO_JAR, TEXT_PAGE], { DISPLAY: `:${display}` });
        return {
            address: `http://127.0.0.1:${webPort}/vnc.html?autoconnect=true&resize=off`,
            serverPids: () => tree([server.pid, relay.pid, program.pid]),
        };
    },
};
