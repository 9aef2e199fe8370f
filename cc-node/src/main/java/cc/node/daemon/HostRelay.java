package cc.node.daemon;

import cc.node.application.Application;
import cc.node.application.Applications;
import cc.node.community.Community;
import cc.node.launch.FitDesk;
import cc.node.launch.HostDesk;
import cc.node.launch.LaunchLimits;
import cc.node.launch.Placement;
import cc.node.message.FromHost;
import cc.node.message.ToHost;
import cc.node.peer.PeerStream;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.HostFound;
import cc.protocol.message.HostHello;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the machine that somebody's request is about, and carries the conversation there. */
final class HostRelay {
    private static final Logger LOG = LoggerFactory.getLogger(HostRelay.class);
    private static final String ANY = "any";
    private static final long PLACEMENT_MILLIS = 1_000;

    private final HostDesk desk;
    private final FitDesk fits;
    private final Applications applications;
    private final @Nullable Community community;

    HostRelay(HostDesk desk, FitDesk fits, Applications applications, @Nullable Community community) {
        this.desk = desk;
        this.fits = fits;
        this.applications = applications;
        this.community = community;
    }

    /** Serves one connection to its end. */
    void serve(HostHello hello, FrameChannel near) throws IOException {
        HostFound found;
        try {
            found = (hello.getApplication().isEmpty() ? machine(hello) : host(hello.getApplication()))
                    .toBuilder().setHere(applications.machine()).build();
        } catch (IOException | IllegalArgumentException e) {
            near.write(
                    Reply.newBuilder().setError(String.valueOf(e.getMessage())).build());
            return;
        }
        near.write(Reply.newBuilder().setHost(found).build());
        Community members = community;
        if (members == null || isHere(found.getMachine())) {
            desk.serve(near);
        } else {
            carry(near, found.getMachine(), members);
        }
    }

    // ------------------------------------------------------------ where

    private HostFound machine(HostHello hello) throws IOException {
        String wanted = hello.getMachine();
        if (wanted.isEmpty() || isHere(wanted)) {
            return HostFound.newBuilder().setMachine(applications.machine()).build();
        }
        Community members = community;
        if (members == null) {
            throw new IOException("this machine belongs to no community, so that programs run here only: leave --on"
                    + " away, or found a community with 'cc init'");
        }
        List<MachineEntry> machines = hello.getRatherHere() ? machinesAtOnce(members) : members.machines();
        if (wanted.equals(ANY)) {
            Placement.Fit fit = machine -> requireFit(machine, hello, members);
            Placement placement = hello.getRatherHere()
                    ? Placement.hereUnlessBusy(machines, fit)
                    : Placement.leastLoaded(machines, fit);
            return HostFound.newBuilder()
                    .setMachine(placement.machine())
                    .setWhy(placement.why())
                    .build();
        }
        MachineEntry machine = machines.stream()
                .filter(entry -> entry.getName().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "no machine of the community is called '" + wanted + "'; 'cc nodes' lists them"));
        if (!machine.hasStatus()) {
            throw new IOException("the machine " + wanted + " is away: its node does not run, or is cut off");
        }
        return HostFound.newBuilder().setMachine(wanted).build();
    }

    /** A program that may as well run here does not wait for a registry that is away. */
    private static List<MachineEntry> machinesAtOnce(Community members) throws IOException {
        CompletableFuture<List<MachineEntry>> answer = new CompletableFuture<>();
        Thread question = new Thread(
                () -> {
                    try {
                        answer.complete(members.machines());
                    } catch (IOException | RuntimeException e) {
                        answer.completeExceptionally(e);
                    }
                },
                "cc-placement");
        question.setDaemon(true);
        question.start();
        try {
            return answer.get(PLACEMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the community's registry does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void requireFit(MachineEntry machine, HostHello hello, Community members) throws IOException {
        if (!hello.hasNeeds()) {
            return;
        } else if (machine.getHere()) {
            fits.require(hello.getNeeds());
            return;
        }
        try (PeerStream stream = members.open(machine.getName(), FitDesk.KIND)) {
            FitDesk.ask(stream, hello.getNeeds());
        }
    }

    private HostFound host(String application) throws IOException {
        Optional<Application> running = applications.find(application);
        if (running.isPresent()) {
            if (running.get().away()) {
                throw new IOException("the application " + application + " runs on the machine "
                        + running.get().machine() + ", which is away: its node does not run, or is cut off");
            }
            return HostFound.newBuilder()
                    .setMachine(running.get().machine())
                    .setApplicationId(running.get().id())
                    .build();
        }
        if (applications.localName(application).isPresent() || desk.knows(application)) {
            return HostFound.newBuilder().setMachine(applications.machine()).build();
        }
        Community members = community;
        if (members != null) {
            for (MachineEntry machine : members.machines()) {
                if (machine.hasStatus() && !machine.getHere() && remembers(members, machine.getName(), application)) {
                    return HostFound.newBuilder().setMachine(machine.getName()).build();
                }
            }
        }
        throw new IOException("no application is called '" + application + "'; 'cc ps' lists all");
    }

    private static boolean remembers(Community members, String machine, String application) {
        try (PeerStream stream = members.open(machine, HostDesk.KIND)) {
            FrameChannel far = stream.messages();
            far.write(ToHost.newBuilder().setKnows(application).build());
            FromHost answer = far.read(FromHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            return answer != null && answer.hasFinished();
        } catch (IOException e) {
            LOG.info("{} cannot be asked for {}: {}", machine, application, e.getMessage());
            return false;
        }
    }

    private boolean isHere(String machine) {
        return machine.equals(applications.machine());
    }

    // ------------------------------------------------------------ carrying

    private static void carry(FrameChannel near, String machine, Community members) throws IOException {
        try (PeerStream stream = members.open(machine, HostDesk.KIND)) {
            FrameChannel far = stream.messages();
            Thread there = new Thread(() -> carryThere(near, far, stream), "cc-host-relay");
            there.setDaemon(true);
            there.start();
            FromHost message = far.read(FromHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            while (message != null) {
                near.write(message);
                message = far.read(FromHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            }
        } catch (IOException e) {
            // If it is the near end that has gone, nobody hears this.
            near.write(FromHost.newBuilder()
                    .setError("the conversation with the machine " + machine + " broke: " + e.getMessage())
                    .build());
        }
    }

    private static void carryThere(FrameChannel near, FrameChannel far, PeerStream stream) {
        // Broken off, not ended, so that the other end notices even while it waits to write.
        try (stream) {
            ToHost message = near.read(ToHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            while (message != null) {
                far.write(message);
                message = near.read(ToHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            }
        } catch (IOException e) {
            LOG.debug("A conversation broke", e);
        }
    }
}
