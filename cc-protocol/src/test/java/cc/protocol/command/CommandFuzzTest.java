package cc.protocol.command;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Any bytes as a program's frame. Runs its corpus in normal test runs; fuzzes with {@code JAZZER_FUZZ=1}. */
class CommandFuzzTest {
    @FuzzTest(maxDuration = "5m")
    void anyBytesAreDrawnOrRefused(byte[] frame) {
        new HostileInput().feed(frame);
    }
}
