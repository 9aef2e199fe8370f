package cc.screen.session;

import cc.protocol.message.ControlRequest;
import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerInput;
import cc.protocol.message.PointerPlace;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who drives a program: which of its viewers holds the control, from which machines it may be taken, and the screens that
 * the program sees, which are those of whoever drives it. All viewers are told.
 */
final class Drivers {
    private final Audience audience;
    private final InputSink input;
    private final Consumer<FromScreen> toProgram;
    private final boolean fixedScreens;
    private final boolean remote;

    // Guarded by this.
    private final ControlHolder control = new ControlHolder();
    private InputRule rule = InputRule.ALL;
    private ScreenLayout layout;
    private String elsewhere = "";
    private String unreached = "";

    /**
     * @param layout the screens that the program sees at first
     * @param fixedScreens whether these stay whatever viewers have
     * @param remote whether the program runs on another machine, whose node then decides between machines
     */
    Drivers(
            Audience audience,
            InputSink input,
            Consumer<FromScreen> toProgram,
            ScreenLayout layout,
            boolean fixedScreens,
            boolean remote) {
        this.audience = audience;
        this.input = input;
        this.toProgram = toProgram;
        this.layout = layout;
        this.fixedScreens = fixedScreens;
        this.remote = remote;
    }

    synchronized ScreenLayout layout() {
        return layout;
    }

    /** From now on the program may be driven from these machines only. */
    synchronized void allow(InputRule newRule) {
        if (newRule.equals(rule)) {
            return;
        }
        rule = newRule;
        audience.find(control.holder()).filter(holder -> !mayDrive(holder)).ifPresent(this::release);
        tellWhoLooks();
    }

    /** The machine from which the program is driven now; empty: nobody drives it, or there is no community. */
    synchronized String driver() {
        if (control.holder() == ControlHolder.ELSEWHERE) {
            return elsewhere;
        }
        return audience.find(control.holder())
                .map(viewer -> rule.nameOf(viewer.terms().machine()))
                .orElse("");
    }

    /** A link opens where the person is: at the viewer in control, or if there is none, where one could be. */
    boolean opensLinks(AttachedViewer viewer) {
        int holder = control.holder();
        return holder == ControlHolder.NOBODY ? viewer.mayControl() : holder == viewer.id();
    }

    synchronized boolean permitsHere() {
        return rule.permits("");
    }

    synchronized boolean mayDrive(AttachedViewer viewer) {
        return viewer.mayControl() && rule.permits(viewer.terms().machine());
    }

    synchronized void introduced(AttachedViewer viewer) {
        if (viewer.mayControl()) {
            control.entitle(viewer.id());
        }
        if (control.holder() == ControlHolder.NOBODY && mayDrive(viewer)) {
            take(viewer);
        }
        offerLayout(viewer);
        tellWhoLooks();
    }

    void left(AttachedViewer viewer) {
        input.leave(viewer.id());
        synchronized (this) {
            if (control.leave(viewer.id())) {
                hidePointer();
                tellControl(false);
            }
            tellWhoLooks();
        }
    }

    /** Input counts if its viewer is in control, or takes it by what is meant and not chance. */
    synchronized void input(AttachedViewer viewer, FromScreen message) {
        if (!unreached.isEmpty()) {
            return;
        }
        if (!control.isHeldBy(viewer.id())) {
            if (control.holder() != ControlHolder.NOBODY && !isDeliberate(message)) {
                return;
            }
            take(viewer);
        }
        input.input(viewer.id(), message);
        if (message.hasPointer() && audience.introduced() > 1) {
            showPointer(message.getPointer(), viewer);
        }
    }

    synchronized void windowRequest(AttachedViewer viewer, FromScreen message) {
        if (!unreached.isEmpty()) {
            return;
        }
        take(viewer);
        toProgram.accept(message);
    }

    synchronized void controlRequest(AttachedViewer viewer, boolean wanted) {
        if (wanted) {
            take(viewer);
        } else if (control.isHeldBy(viewer.id())) {
            release(viewer);
            tellWhoLooks();
        }
    }

    /**
     * The node on whose machine the program runs tells who drives it and what screens it sees.
     *
     * @param here whether that is somebody on this machine, as far as it knows
     */
    synchronized void drivenBy(Viewers there, boolean here) {
        boolean byOthers = !here && there.getInControl() != ControlHolder.NOBODY;
        if (byOthers && control.isHeldHere()) {
            input.leave(control.holder());
        }
        control.elsewhere(byOthers);
        elsewhere = there.getDriver();
        if (there.getScreens().getScreensCount() > 0) {
            layout = there.getScreens();
        }
        tellWhoLooks();
    }

    /** @param machine the program's, which is not reached: what anybody does here does not count; empty: it is reached */
    synchronized void notReached(String machine) {
        if (!machine.equals(unreached)) {
            unreached = machine;
            // What is pressed at this moment is let go there as well.
            input.leave(control.holder());
            tellWhoLooks();
        }
    }

    synchronized void layoutChanged(AttachedViewer viewer) {
        if (control.isHeldBy(viewer.id())) {
            useLayout(viewer.layout());
            tellWhoLooks();
        } else if (offerLayout(viewer)) {
            tellWhoLooks();
        }
    }

    /** Tells where the pointer of the program's node's viewers is, if the program runs on another machine. */
    void pointerElsewhere(ToScreen message) {
        audience.tell(message, viewer -> !control.isHeldBy(viewer.id()));
    }

    private void take(AttachedViewer viewer) {
        int before = control.holder();
        if (control.take(viewer.id())) {
            if (before != ControlHolder.NOBODY) {
                input.leave(before);
            }
            useLayout(viewer.layout());
            tellControl(true);
            viewer.feed().state(pointerAt(PointerInput.getDefaultInstance()));
            tellWhoLooks();
        }
    }

    private void release(AttachedViewer viewer) {
        control.release(viewer.id());
        input.leave(viewer.id());
        hidePointer();
        tellControl(false);
    }

    /** Control is shared with the viewers of other machines, by the node on whose machine the program runs. */
    private void tellControl(boolean take) {
        if (remote) {
            toProgram.accept(FromScreen.newBuilder()
                    .setControl(ControlRequest.newBuilder().setTake(take))
                    .build());
        }
    }

    /** While whoever drives has no screen, the program sees those of who looks. */
    private boolean offerLayout(AttachedViewer viewer) {
        boolean driverHasScreens = control.holder() == ControlHolder.ELSEWHERE
                ? rule.permits("")
                : audience.find(control.holder())
                        .filter(holder -> holder.layout() != null)
                        .isPresent();
        boolean offered = viewer.mayControl() && !driverHasScreens && viewer.layout() != null;
        if (offered && remote) {
            toProgram.accept(FromScreen.newBuilder().setScreens(viewer.layout()).build());
        } else if (offered) {
            useLayout(viewer.layout());
        }
        return offered;
    }

    private void useLayout(@Nullable ScreenLayout newLayout) {
        // What another node keeps as our screens may be older than what the program sees now.
        boolean news = remote || !Objects.equals(newLayout, layout);
        if (newLayout != null && !fixedScreens && news) {
            layout = newLayout;
            toProgram.accept(FromScreen.newBuilder().setScreens(newLayout).build());
        }
    }

    private void showPointer(PointerInput pointer, AttachedViewer of) {
        audience.tell(pointerAt(pointer), viewer -> viewer != of);
    }

    private void hidePointer() {
        audience.tell(pointerAt(PointerInput.getDefaultInstance()), viewer -> true);
    }

    private static ToScreen pointerAt(PointerInput pointer) {
        return ToScreen.newBuilder()
                .setPointer(PointerPlace.newBuilder()
                        .setWindow(pointer.getWindow())
                        .setX(pointer.getX())
                        .setY(pointer.getY()))
                .build();
    }

    private void tellWhoLooks() {
        audience.tell(ToScreen.newBuilder()
                .setViewers(Viewers.newBuilder()
                        .setCount(audience.introduced())
                        .setInControl(control.holder())
                        .setScreens(layout)
                        .setDriver(driver())
                        .addAllInputs(rule.machines())
                        .setInputElsewhere(!rule.permits(""))
                        .setUnreached(unreached))
                .build());
    }

    /** Movements of a pointer may be chance; keys, buttons and text are meant. */
    private static boolean isDeliberate(FromScreen message) {
        return switch (message.getMessageCase()) {
            case KEY -> message.getKey().getPressed();
            case POINTER -> message.getPointer().getButtons() != 0;
            case WHEEL, TEXT -> true;
            default -> false;
        };
    }
}
