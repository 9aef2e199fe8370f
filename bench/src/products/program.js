// The program that every product shows.

import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
export const DEMO_JAR = path.join(ROOT, "cc-demo/target/cc-demo-0.1.0-SNAPSHOT.jar");
export const TEXT_PAGE = "cc.demo.TextPage";
export const DEMO = "cc.demo.Demo";
export const JAVA = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, "bin/java") : "java";

/** The screen that each product gives the program. */
export const SCREEN = { width: 800, height: 600 };

export function requireBuilt() {
    if (!existsSync(DEMO_JAR)) {
        throw new Error(`${DEMO_JAR} is missing: build first, with "mvn -q package"`);
    }
}
