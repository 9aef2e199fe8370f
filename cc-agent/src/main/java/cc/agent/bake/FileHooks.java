package cc.agent.bake;

import static cc.agent.bake.FileHook.java;
import static net.bytebuddy.matcher.ElementMatchers.isAbstract;
import static net.bytebuddy.matcher.ElementMatchers.not;
import static net.bytebuddy.matcher.ElementMatchers.takesArgument;
import static net.bytebuddy.matcher.ElementMatchers.takesArguments;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.matcher.ElementMatcher;

/**
 * The hook table of files: the narrow waist of the JDK through which programs reach them. Names go through
 * {@link java.io.File} and the methods of the built-in provider, open files through their descriptors.
 */
final class FileHooks {
    private static final String NAMES = "names";
    private static final String PATHS = "paths";
    private static final String DESCRIPTORS = "descriptors";
    private static final String PROCESSES = "processes";

    private static final Operand THIS = new Operand.This();
    private static final Operand FD = new Operand.Field("fd", "Ljava/io/FileDescriptor;");

    private final List<FileHook> table = new ArrayList<>();

    private FileHooks() {}

    static List<FileHook> table() {
        FileHooks hooks = new FileHooks();
        hooks.inputStreams();
        hooks.outputStreams();
        hooks.randomAccessFiles();
        hooks.descriptors();
        hooks.dispatchers();
        hooks.mappings();
        hooks.files();
        hooks.provider();
        hooks.processes();
        return hooks.table;
    }

    private void inputStreams() {
        String type = "java.io.FileInputStream";
        opening(type, "openInput", 1);
        onDescriptor(type, java("read").and(takesArguments(0)), "read");
        onDescriptor(type, java("read").and(takesArguments(1)), "read", argument(0));
        onDescriptor(type, java("read").and(takesArguments(3)), "read", argument(0), argument(1), argument(2));
        onDescriptor(type, java("length"), "length");
        onDescriptor(type, java("position"), "position");
        onDescriptor(type, java("skip"), "skip", argument(0));
        onDescriptor(type, java("available"), "available");
    }

    private void outputStreams() {
        String type = "java.io.FileOutputStream";
        opening(type, "openOutput", 2);
        writing(type);
        before(type, java("getFD"), FD, "exposed", FD);
    }

    private void randomAccessFiles() {
        String type = "java.io.RandomAccessFile";
        opening(type, "openRandom", 2);
        onDescriptor(type, java("read").and(takesArguments(0)), "read");
        onDescriptor(type, java("read").and(takesArguments(1)), "read", argument(0));
        onDescriptor(type, java("read").and(takesArguments(3)), "read", argument(0), argument(1), argument(2));
        writing(type);
        onDescriptor(type, java("writeBytes").and(takesArguments(String.class)), "writeBytes", argument(0));
        onDescriptor(type, java("writeChars"), "writeChars", argument(0));
        onDescriptor(type, java("readLine"), "readLine");
        onDescriptor(type, java("seek"), "position", argument(0));
        // Natives in JDK 17, where the placeholder has to be as long as the file.
        optional(onDescriptor(type, java("length"), "length"));
        optional(onDescriptor(type, java("setLength"), "length", argument(0)));
        before(type, java("getFD"), FD, "exposed", FD);
    }

    private void descriptors() {
        before("java.io.FileDescriptor", java("close").and(takesArguments(0)), THIS, "close", THIS);
        // Native in JDK 17.
        optional(add(
                "java.io.FileDescriptor",
                java("sync"),
                FileHook.Kind.INSTEAD,
                List.of(THIS),
                DESCRIPTORS,
                "sync",
                List.of(THIS)));
        Operand handle = new Operand.Field("handle", "J");
        before("java.io.FileCleanable", java("performCleanup"), handle, "abandoned", handle);
    }

    private void writing(String type) {
        onDescriptor(type, java("write").and(takesArguments(int.class)), "write", argument(0));
        onDescriptor(type, java("write").and(takesArguments(byte[].class)), "write", argument(0));
        onDescriptor(type, java("write").and(takesArguments(3)), "write", argument(0), argument(1), argument(2));
    }

    private void dispatchers() {
        // The first until JDK 20, the second since.
        for (String type : List.of("sun.nio.ch.FileDispatcherImpl", "sun.nio.ch.UnixFileDispatcherImpl")) {
            dispatching(type, "read", 3);
            dispatching(type, "pread", 4);
            dispatching(type, "readv", 3);
            dispatching(type, "write", 3);
            dispatching(type, "pwrite", 4);
            dispatching(type, "writev", 3);
            dispatching(type, "seek", 2);
            dispatching(type, "force", 2);
            dispatching(type, "truncate", 2);
            dispatching(type, "size", 1);
            dispatching(type, "available", 1);
            dispatching(type, "lock", 5);
            dispatching(type, "release", 3);
            dispatching(type, "duplicateForMapping", 1);
            dispatching(type, "setDirectIO", 2);
            direct(type, "transferTo", 0, 3);
            direct(type, "transferFrom", 0, 1);
        }
        optional(add(
                "sun.nio.ch.FileChannelImpl",
                java("transferToDirectlyInternal"),
                FileHook.Kind.INSTEAD,
                List.of(FD, argument(3)),
                DESCRIPTORS,
                "transferToDirectly",
                List.of(FD)));
    }

    private void mappings() {
        add(
                "sun.nio.ch.FileChannelImpl",
                java("mapInternal"),
                FileHook.Kind.BEFORE,
                List.of(FD),
                DESCRIPTORS,
                "beforeMapping",
                List.of(FD, argument(0), argument(1), argument(2)));
        add(
                "java.nio.MappedMemoryUtils",
                java("force").and(takesArguments(5)),
                FileHook.Kind.INSTEAD,
                List.of(argument(0)),
                DESCRIPTORS,
                "forceMapped",
                arguments(5));
    }

    private void files() {
        for (String name : List.of(
                "exists",
                "isFile",
                "isDirectory",
                "canRead",
                "canWrite",
                "canExecute",
                "length",
                "lastModified",
                "createNewFile",
                "delete",
                "normalizedList",
                "mkdir",
                "setReadOnly",
                "getTotalSpace",
                "getFreeSpace",
                "getUsableSpace",
                "getCanonicalPath")) {
            onFile(java(name).and(takesArguments(0)), name);
        }
        onFile(java("setLastModified"), "setLastModified", argument(0));
        onFile(java("setReadable").and(takesArguments(2)), "setReadable", argument(0), argument(1));
        onFile(java("setWritable").and(takesArguments(2)), "setWritable", argument(0), argument(1));
        onFile(java("setExecutable").and(takesArguments(2)), "setExecutable", argument(0), argument(1));
        add(
                "java.io.File",
                java("renameTo"),
                FileHook.Kind.INSTEAD,
                List.of(THIS, argument(0)),
                NAMES,
                "renameTo",
                List.of(THIS, argument(0)));
        add(
                "java.io.File",
                java("createTempFile").and(takesArguments(3)),
                FileHook.Kind.INSTEAD,
                List.of(new Operand.FolderArgument(2)),
                NAMES,
                "createTempFile",
                List.of(argument(0), argument(1), new Operand.FolderArgument(2)));
        add(
                "jdk.internal.loader.NativeLibraries",
                java("loadLibrary").and(takesArguments(Class.class, File.class)),
                FileHook.Kind.ARGUMENT,
                List.of(argument(1)),
                NAMES,
                "library",
                List.of(argument(1)));
        // Since JDK 19.
        optional(add(
                "jdk.internal.loader.RawNativeLibraries",
                java("load").and(takesArguments(String.class)),
                FileHook.Kind.ARGUMENT,
                List.of(argument(0)),
                NAMES,
                "library",
                List.of(argument(0))));
    }

    private void provider() {
        add(
                "sun.nio.fs.UnixChannelFactory",
                java("open"),
                FileHook.Kind.INSTEAD,
                List.of(argument(1)),
                PATHS,
                "open",
                List.of(argument(1), argument(-2), argument(-1)));
        String linux = "sun.nio.fs.LinuxFileSystemProvider";
        onPath(linux, java("readAttributes").and(takesArguments(3)), "readAttributes", 3);
        onPath(linux, java("getFileAttributeView").and(takesArgument(1, Class.class)), "getFileAttributeView", 3);
        String base = "sun.nio.fs.AbstractFileSystemProvider";
        onPath(base, java("readAttributes").and(takesArguments(3)), "readAttributes", 3);
        onPath(base, java("setAttribute"), "setAttribute", 4);
        String unix = "sun.nio.fs.UnixFileSystemProvider";
        for (String test : List.of("isReadable", "isWritable", "isExecutable")) {
            // Since JDK 21.
            optional(onPath(unix, java(test), test, 1));
        }
        onPath(unix, java("checkAccess"), "checkAccess", 2);
        onPath(unix, java("createDirectory"), "createDirectory", 2);
        onPath(unix, java("createSymbolicLink"), "createSymbolicLink", 3);
        onPath(unix, java("readSymbolicLink"), "readSymbolicLink", 1);
        onPath(unix, java("implDelete"), "implDelete", 2);
        onPath(unix, java("newDirectoryStream"), "newDirectoryStream", 2);
        add(
                unix,
                java("getFileStore").and(takesArguments(Path.class)).and(not(isAbstract())),
                FileHook.Kind.INSTEAD,
                List.of(argument(0)),
                PATHS,
                "getFileStore",
                List.of(argument(0)));
        for (String test : List.of("exists", "isDirectory", "isRegularFile")) {
            // Until JDK 20.
            optional(onPath(unix, java(test).and(takesArguments(1)), test, 1));
        }
        // Since JDK 20.
        optional(onPath(unix, java("exists").and(takesArguments(2)), "exists", 2));
        optional(onPath(unix, java("readAttributesIfExists"), "readAttributesIfExists", 3));
        for (String both : List.of("isSameFile", "createLink")) {
            onEither(unix, both, 2);
        }
        for (String both : List.of("copy", "move")) {
            onEither(unix, both, 3);
        }
        String path = "sun.nio.fs.UnixPath";
        add(path, java("toUri"), FileHook.Kind.INSTEAD, List.of(THIS), PATHS, "toUri", List.of(THIS));
        add(
                path,
                java("toRealPath"),
                FileHook.Kind.INSTEAD,
                List.of(THIS),
                PATHS,
                "toRealPath",
                List.of(THIS, argument(0)));
        add(
                path,
                java("register"),
                FileHook.Kind.INSTEAD,
                List.of(THIS),
                PATHS,
                "register",
                List.of(THIS, argument(0), argument(1), argument(2)));
    }

    /** Standard streams that are redirected to files, and all that tells that a process has ended. */
    private void processes() {
        String type = "java.lang.ProcessImpl";
        add(
                type,
                java("start").and(takesArguments(5)),
                FileHook.Kind.INSTEAD,
                List.of(argument(3), argument(2)),
                PROCESSES,
                "start",
                arguments(5));
        add(
                type,
                java("waitFor").and(takesArguments(0)),
                FileHook.Kind.INSTEAD,
                List.of(THIS),
                PROCESSES,
                "waitFor",
                List.of(THIS));
        add(
                type,
                java("waitFor").and(takesArguments(2)),
                FileHook.Kind.INSTEAD,
                List.of(THIS),
                PROCESSES,
                "waitFor",
                List.of(THIS, argument(0), argument(1)));
        for (String question : List.of("exitValue", "isAlive")) {
            add(
                    type,
                    java(question).and(takesArguments(0)),
                    FileHook.Kind.BEFORE,
                    List.of(THIS),
                    PROCESSES,
                    "asked",
                    List.of(THIS));
        }
    }

    // ------------------------------------------------------------ how hooks are like each other

    private void opening(String type, String handler, int count) {
        List<Operand> passed = new ArrayList<>(List.of(FD));
        passed.addAll(arguments(count));
        add(
                type,
                java("open").and(takesArguments(count)),
                FileHook.Kind.INSTEAD,
                List.of(argument(0)),
                DESCRIPTORS,
                handler,
                passed);
    }

    /** A method of a stream. */
    private FileHook onDescriptor(
            String type, ElementMatcher<? super MethodDescription> methods, String handler, Operand... more) {
        List<Operand> passed = new ArrayList<>(List.of(FD));
        passed.addAll(List.of(more));
        return add(type, methods, FileHook.Kind.INSTEAD, List.of(FD), DESCRIPTORS, handler, passed);
    }

    private void dispatching(String type, String name, int count) {
        optional(add(
                type,
                java(name).and(takesArguments(count)),
                FileHook.Kind.INSTEAD,
                List.of(argument(0)),
                DESCRIPTORS,
                name,
                arguments(count)));
    }

    private void direct(String type, String name, int one, int other) {
        optional(add(
                type,
                java(name).and(takesArguments(5)),
                FileHook.Kind.INSTEAD,
                List.of(argument(one), argument(other)),
                DESCRIPTORS,
                name,
                arguments(5)));
    }

    private void before(
            String type,
            ElementMatcher<? super MethodDescription> methods,
            Operand guarded,
            String handler,
            Operand passed) {
        add(type, methods, FileHook.Kind.BEFORE, List.of(guarded), DESCRIPTORS, handler, List.of(passed));
    }

    private void onFile(ElementMatcher<? super MethodDescription> methods, String handler, Operand... more) {
        List<Operand> passed = new ArrayList<>(List.of(THIS));
        passed.addAll(List.of(more));
        add("java.io.File", methods, FileHook.Kind.INSTEAD, List.of(THIS), NAMES, handler, passed);
    }

    /** A method of the provider whose first argument is the path. */
    private FileHook onPath(String type, ElementMatcher<? super MethodDescription> methods, String handler, int count) {
        return add(type, methods, FileHook.Kind.INSTEAD, List.of(argument(0)), PATHS, handler, arguments(count));
    }

    private void onEither(String type, String name, int count) {
        add(
                type,
                java(name).and(takesArguments(count)),
                FileHook.Kind.INSTEAD,
                List.of(argument(0), argument(1)),
                PATHS,
                name,
                arguments(count));
    }

    private FileHook add(
            String type,
            ElementMatcher<? super MethodDescription> methods,
            FileHook.Kind kind,
            List<Operand> guarded,
            String handlers,
            String handler,
            List<Operand> passed) {
        FileHook hook = new FileHook(type, methods, kind, guarded, handlers, handler, passed, false);
        table.add(hook);
        return hook;
    }

    private void optional(FileHook hook) {
        table.set(table.indexOf(hook), hook.ifPresent());
    }

    private static Operand argument(int index) {
        return new Operand.Argument(index);
    }

    private static List<Operand> arguments(int count) {
        List<Operand> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(argument(i));
        }
        return all;
    }
}
