package cc.gui.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.awt.Dialog;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.JobAttributes;
import java.awt.PrintJob;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.print.PageFormat;
import java.awt.print.Printable;
import java.awt.print.PrinterException;
import java.awt.print.PrinterJob;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.print.DocFlavor;
import javax.print.PrintServiceLookup;
import javax.print.StreamPrintService;
import javax.print.StreamPrintServiceFactory;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.swing.JTextArea;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.Robot;
import org.assertj.swing.core.matcher.JButtonMatcher;
import org.assertj.swing.finder.WindowFinder;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.JButtonFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class PrintingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Robot robot = BasicRobot.robotWithNewAwtHierarchy();
    private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        robot.cleanUp();
    }

    @Test
    void pagesGoToAStreamAsPostScript() throws Exception {
        PrinterJob job = jobOnPaper();
        job.setPrintable((graphics, format, page) -> draw((Graphics2D) graphics, format, page));
        job.print(new HashPrintRequestAttributeSet());
        assertThat(paper.toString(StandardCharsets.ISO_8859_1))
                .startsWith("%!PS-Adobe-3.0")
                .contains("%%Page: 2 2")
                .contains("%%EOF");
    }

    @Test
    void aTextComponentPrintsItself() throws Exception {
        JTextArea area = onEventThread(() -> new JTextArea("Dear Ada"));
        PrinterJob job = jobOnPaper();
        boolean printed = onEventThread(
                () -> area.print(null, null, false, job.getPrintService(), new HashPrintRequestAttributeSet(), false));
        assertThat(printed).isTrue();
        assertThat(paper.toString(StandardCharsets.ISO_8859_1)).contains("%%Page: 1 1");
    }

    @Test
    void thePrintDialogShowsAndAnswers() throws Exception {
        for (boolean print : new boolean[] {false, true}) {
            PrinterJob job = jobOnPaper();
            CompletableFuture<Boolean> answer = asked(() -> job.printDialog(new HashPrintRequestAttributeSet()));
            DialogFixture dialog = dialog("Print");
            button(dialog, print ? "Print" : "Cancel").click();
            assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(print);
            await().atMost(PATIENCE).until(PrintingTest::noDialogShows);
        }
    }

    @Test
    void thePageDialogShowsAndAnswers() throws Exception {
        PrinterJob job = jobOnPaper();
        PrintRequestAttributeSet attributes = new HashPrintRequestAttributeSet();
        CompletableFuture<PageFormat> answer = asked(() -> job.pageDialog(attributes));
        button(dialog("Page Setup"), "OK").click();
        assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).getImageableWidth())
                .isPositive();
    }

    @Test
    void withoutAPrinterTheJdkSaysSo() throws Exception {
        Assumptions.assumeTrue(
                PrintServiceLookup.lookupPrintServices(null, null).length == 0, "this machine has a printer");
        CompletableFuture<Boolean> answer =
                asked(() -> PrinterJob.getPrinterJob().printDialog(new HashPrintRequestAttributeSet()));
        button(dialog("Message"), "OK").click();
        assertThat(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isFalse();
        PrinterJob job = PrinterJob.getPrinterJob();
        job.setPrintable((graphics, format, page) -> Printable.NO_SUCH_PAGE);
        assertThatThrownBy(job::print).isInstanceOf(PrinterException.class);
        assertThat(awtsOwnJob()).isNull();
    }

    private static @Nullable PrintJob awtsOwnJob() {
        JobAttributes silent = new JobAttributes();
        silent.setDialog(JobAttributes.DialogType.NONE);
        return Toolkit.getDefaultToolkit().getPrintJob(new Frame("Prints"), "Letter", silent, null);
    }

    private PrinterJob jobOnPaper() throws PrinterException {
        StreamPrintServiceFactory factory = StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
                DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0];
        StreamPrintService service = factory.getPrintService(paper);
        PrinterJob job = PrinterJob.getPrinterJob();
        job.setPrintService(service);
        return job;
    }

    private static int draw(Graphics2D graphics, PageFormat format, int page) {
        if (page > 1) {
            return Printable.NO_SUCH_PAGE;
        }
        graphics.translate(format.getImageableX(), format.getImageableY());
        graphics.drawString("Page " + page, 20, 20);
        graphics.drawOval(20, 40, 100, 50);
        return Printable.PAGE_EXISTS;
    }

    private DialogFixture dialog(String title) {
        return WindowFinder.findDialog(new GenericTypeMatcher<>(Dialog.class, true) {
                    @Override
                    protected boolean isMatching(Dialog dialog) {
                        return title.equals(dialog.getTitle());
                    }
                })
                .withTimeout(PATIENCE.toMillis())
                .using(robot);
    }

    private static JButtonFixture button(DialogFixture dialog, String text) {
        return dialog.button(JButtonMatcher.withText(text));
    }

    /** A program's own thread asks, as programs that print often do. */
    private static <T> CompletableFuture<T> asked(Callable<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread program = new Thread(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        program.setDaemon(true);
        program.start();
        return answer;
    }

    private static <T> T onEventThread(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        EventQueue.invokeAndWait(task);
        return Objects.requireNonNull(task.get());
    }

    private static boolean noDialogShows() {
        return Arrays.stream(Window.getWindows()).noneMatch(window -> window instanceof Dialog && window.isShowing());
    }
}
