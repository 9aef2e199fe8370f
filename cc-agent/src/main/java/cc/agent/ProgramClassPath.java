package cc.agent;

import java.io.File;
import java.lang.reflect.Method;

/**
 * Gives the program's class loader what lies on another machine. It could not be named to the virtual machine: that opens its
 * class path before the agent runs, and forgets what it does not find.
 */
final class ProgramClassPath {
    /** As {@code java.class.path} is to be, with paths of the program's home. */
    private static final String PROPERTY = "cc.files.classpath";

    private ProgramClassPath() {}

    static void append(ModuleAccess access) throws ReflectiveOperationException {
        String classPath = System.getProperty(PROPERTY);
        if (classPath == null) {
            return;
        }
        access.openToAgent("java.base", "jdk.internal.loader");
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        // What instrumentation itself uses; its public form takes jars only, and no folders.
        Method append = loader.getClass().getDeclaredMethod("appendToClassPathForInstrumentation", String.class);
        append.setAccessible(true);
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            append.invoke(loader, entry.isEmpty() ? System.getProperty("user.dir") : entry);
        }
        // Folders end with a slash here, which no program would expect.
        System.setProperty("java.class.path", classPath.replaceAll("(?<=.)/(?=:|$)", ""));
        System.clearProperty(PROPERTY);
    }
}
