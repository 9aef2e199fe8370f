import { defineConfig } from "vitest/config";

// Browser tests share one machine and one Chromium: one file after the other.
export default defineConfig({
    test: {
        include: ["test/e2e/**/*.test.ts"],
        environment: "node",
        fileParallelism: false,
        testTimeout: 30_000,
        hookTimeout: 60_000,
    },
});
