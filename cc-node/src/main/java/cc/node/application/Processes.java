package cc.node.application;

/** What the operating system says about processes of this machine. */
interface Processes {
    /** When the process began, in milliseconds since 1970; 0 if there is no such process or nobody knows. */
    long startedEpochMillis(long pid);

    /** Of this machine. */
    static Processes ofThisMachine() {
        return pid -> ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().startInstant())
                .map(java.time.Instant::toEpochMilli)
                .orElse(0L);
    }
}
