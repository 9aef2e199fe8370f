package cc.agent.boot;

/** Tells which paths are not what they seem. Asked at each open and each question for attributes: must be quick. */
public interface PathPolicy {
    /**
     * Whether the shell, and not the JDK, does what is to be done with this path.
     *
     * @param path as the program wrote it, absolute or relative to its working directory
     */
    boolean isVirtual(String path);
}
