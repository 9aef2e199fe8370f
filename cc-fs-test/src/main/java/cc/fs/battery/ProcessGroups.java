package cc.fs.battery;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Other programs whose streams are files. */
final class ProcessGroups {
    private ProcessGroups() {}

    static void addTo(Groups groups) {
        groups.add("process.output", ProcessGroups::output);
        groups.add("process.input", ProcessGroups::input);
        groups.add("process.large", ProcessGroups::large);
        groups.add("process.pipeline", ProcessGroups::pipeline);
        groups.add("process.errors", ProcessGroups::errors);
    }

    private static ProcessBuilder shell(String script) {
        return new ProcessBuilder("/bin/sh", "-c", script);
    }

    private static void output(Scene scene) throws Exception {
        File out = scene.file("out");
        File err = scene.file("err");
        scene.tell(
                "to files",
                () -> shell("echo said; echo wrong >&2; exit 3")
                        .redirectOutput(out)
                        .redirectError(err)
                        .start()
                        .waitFor());
        scene.tell("output", () -> Files.readString(out.toPath()));
        scene.tell("error", () -> Files.readString(err.toPath()));
        scene.tell(
                "to one file",
                () -> shell("echo one; echo two >&2")
                        .redirectErrorStream(true)
                        .redirectOutput(out)
                        .start()
                        .waitFor());
        scene.tell("both", () -> Files.readString(out.toPath()));
        scene.tell(
                "appended",
                () -> shell("echo three; echo wrong again >&2")
                        .redirectOutput(Redirect.appendTo(out))
                        .redirectError(Redirect.appendTo(err))
                        .start()
                        .waitFor());
        scene.tell("output then", () -> Files.readString(out.toPath()));
        scene.tell("error then", () -> Files.readString(err.toPath()));
        scene.tell(
                "discarded",
                () -> shell("echo nothing")
                        .redirectOutput(Redirect.DISCARD)
                        .start()
                        .waitFor());
        Process redirected = shell("echo gone").redirectOutput(out).start();
        scene.tell("its stream", () -> redirected.getInputStream().read());
        scene.tell("ends", redirected::waitFor);
        Process piped = shell("echo piped").start();
        scene.tell("piped", () -> piped.getInputStream().readAllBytes());
        scene.tell("shorter than before", () -> Files.size(out.toPath()));
    }

    private static void input(Scene scene) throws Exception {
        File in = scene.text("in", "line one\nline two\n").toFile();
        Process counter = shell("wc -l | tr -d ' '").redirectInput(in).start();
        scene.tell("counted", () -> counter.getInputStream().readAllBytes());
        Process same = shell("cat")
                .redirectInput(in)
                .redirectOutput(scene.file("copy"))
                .start();
        scene.tell("copied", same::waitFor);
        scene.tell("copy", () -> Files.readString(scene.path("copy")));
        Process partly = shell("head -n 1").redirectInput(in).start();
        scene.tell("read partly", () -> partly.getInputStream().readAllBytes());
        Process ignoring = shell("true").redirectInput(in).start();
        scene.tell("not read", ignoring::waitFor);
        Process empty =
                shell("cat").redirectInput(Redirect.from(new File("/dev/null"))).start();
        scene.tell("empty", () -> empty.getInputStream().readAllBytes());
    }

    private static void large(Scene scene) throws Exception {
        File file = scene.file("large");
        scene.tell(
                "written",
                () -> shell("i=0; while [ $i -lt 2000 ]; do echo " + "0123456789".repeat(50) + "; i=$((i+1)); done")
                        .redirectOutput(file)
                        .start()
                        .waitFor());
        scene.tell("size when it ends", () -> Files.size(file.toPath()));
        Process sum = shell("cksum").redirectInput(file).start();
        scene.tell("sum", () -> sum.getInputStream().readAllBytes());
    }

    private static void pipeline(Scene scene) throws Exception {
        File in = scene.text("in", "b\nc\na\n").toFile();
        File out = scene.file("out");
        var processes = ProcessBuilder.startPipeline(java.util.List.of(
                shell("sort").redirectInput(in), shell("head -n 2").redirectOutput(out)));
        for (Process process : processes) {
            scene.tell("ends", process::waitFor);
        }
        scene.tell("sorted", () -> Files.readString(out.toPath()));
        Process written = shell("cat").redirectOutput(out).start();
        written.getOutputStream().write("by the program".getBytes(StandardCharsets.UTF_8));
        written.getOutputStream().close();
        scene.tell("ends then", written::waitFor);
        scene.tell("written", () -> Files.readString(out.toPath()));
    }

    private static void errors(Scene scene) throws Exception {
        scene.text("file", "x");
        scene.tell(
                "input missing",
                () -> shell("cat").redirectInput(scene.file("missing")).start().isAlive());
        scene.tell(
                "input a folder",
                () -> shell("exit 0")
                        .redirectInput(scene.folder().toFile())
                        .start()
                        .waitFor());
        scene.tell(
                "output in a missing folder",
                () -> shell("echo x")
                        .redirectOutput(scene.file("missing/out"))
                        .start()
                        .isAlive());
        scene.tell(
                "output a folder",
                () -> shell("echo x")
                        .redirectOutput(scene.folder().toFile())
                        .start()
                        .isAlive());
        scene.tell(
                "output under a file",
                () -> shell("echo x")
                        .redirectOutput(scene.file("file/out"))
                        .start()
                        .isAlive());
        scene.tell(
                "appended to a folder",
                () -> shell("echo x")
                        .redirectOutput(Redirect.appendTo(scene.folder().toFile()))
                        .start()
                        .isAlive());
        scene.tell(
                "no such program",
                () -> new ProcessBuilder("/no/such/program")
                        .redirectOutput(scene.file("made"))
                        .start()
                        .isAlive());
        scene.note("output of no program", scene.file("made").length());
        scene.note("there", DirectoryGroups.names(scene.folder()));
    }
}
