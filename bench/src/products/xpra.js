// xpra and its own HTML5 client, as Debian packages them; what needs hardware or a desktop is off.

import { freePort, listening } from "../processes.js";
import { tree } from "../proc-stats.js";
import { DEMO_JAR, JAVA, TEXT_PAGE } from "./program.js";
import { freeDisplay } from "./xvfb.js";

const START_TIMEOUT_MS = 60_000;

export const xpra = {
    name: "xpra + HTML5",
    packages: ["xpra"],

    async start(processes) {
        const display = freeDisplay();
        const port = await freePort();
        const server = processes.start(
            "xpra",
            "xpra",
            [
                ...["start", `:${display}`, "--daemon=no", "--attach=no", "--html=on"],
                ...[`--bind-tcp=127.0.0.1:${port}`, `--socket-dirs=${processes.directory}`],
                ...["--xvfb=Xvfb -screen 0 1920x1080x24 +extension Composite -nolisten tcp -noreset"],
                ...["--mdns=no", "--pulseaudio=no", "--speaker=off", "--microphone=off", "--webcam=no"],
                ...["--notifications=no", "--printing=no", "--dbus-launch=", "--start-new-commands=no", "--bandwidth-detection=no"],
                `--start=${JAVA} -cp ${DEMO_JAR} ${TEXT_PAGE}`,
            ],
            // Without Debian's system configuration, which starts a desktop session beside the program.
            { XDG_RUNTIME_DIR: processes.directory, XPRA_SYSTEM_CONF_DIRS: processes.directory },
        );
        await processes.says(server, /xpra is ready/, START_TIMEOUT_MS);
        await listening(port);
        return {
            address:
                `http://127.0.0.1:${port}/index.html?sound=false&floating_menu=false&clock=false&printing=false` +
                "&remote_logging=false",
            serverPids: () => tree([server.pid]),
        };
    },
};
