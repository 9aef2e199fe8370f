package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.Limits;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Surfaces of images: they live as long as the program holds the image, and as many are told to those who look as a
 * receiver takes, with room for windows. Needs the recorder's lock.
 */
final class OffscreenSurfaces {
    private static final int MAX_TOLD = Limits.MAX_SURFACES / 2;
    private static final long MAX_TOLD_PIXELS = Limits.MAX_SURFACE_PIXELS / 2;

    private final Map<Integer, Reference> references = new HashMap<>();
    private final ReferenceQueue<Surface> unreachable = new ReferenceQueue<>();
    /** Those that were told for the first time since the last frame. */
    private final List<Reference> fresh = new ArrayList<>();

    private int told;
    private long toldPixels;

    private static final class Reference extends WeakReference<Surface> {
        private final int id;
        private final long pixels;
        private final boolean tellable;
        private boolean told;
        private boolean spared;

        Reference(Surface surface, ReferenceQueue<Surface> queue) {
            super(surface, queue);
            id = surface.id();
            pixels = (long) surface.width() * surface.height();
            tellable = Math.max(surface.width(), surface.height()) <= Limits.MAX_SURFACE_SIDE_PIXELS;
        }
    }

    void add(Surface surface) {
        references.put(surface.id(), new Reference(surface, unreachable));
    }

    /** Whether the surface is told of already or may be. */
    boolean makeRoom(Surface surface) {
        Reference reference = references.get(surface.id());
        if (reference == null) {
            // A window: its pixels are counted apart.
            return true;
        }
        if (!reference.told
                && reference.tellable
                && told < MAX_TOLD
                && toldPixels + reference.pixels <= MAX_TOLD_PIXELS) {
            reference.told = true;
            fresh.add(reference);
            told++;
            toldPixels += reference.pixels;
        }
        return reference.told;
    }

    /** Those who look forget what the program can't draw any more. */
    void dropUnreachable(List<DrawCommand> commands) {
        for (Object next = unreachable.poll(); next != null; next = unreachable.poll()) {
            Reference reference = (Reference) next;
            references.remove(reference.id);
            if (reference.told) {
                forget(reference);
                commands.add(new DrawCommand.DropSurface(reference.id));
            }
        }
    }

    /**
     * A frame's commands without those for surfaces that nothing is drawn from: images that live for one paint, of
     * which nothing new is seen in the end. Who looks never hears of these.
     */
    List<DrawCommand> withoutUnread(List<DrawCommand> frame) {
        if (fresh.isEmpty()) {
            return frame;
        }
        Map<Integer, Reference> unread = new HashMap<>();
        for (Reference reference : fresh) {
            @Nullable Surface surface = reference.get();
            if (!reference.spared && (surface == null || !surface.hasReaders())) {
                unread.put(reference.id, reference);
            }
        }
        fresh.clear();
        keepRead(unread, frame);
        if (unread.isEmpty()) {
            return frame;
        }
        for (Reference reference : unread.values()) {
            // Whatever is drawn from again and again without being seen costs less when it is told.
            reference.spared = true;
            if (reference.told) {
                forget(reference);
            }
            @Nullable Surface surface = reference.get();
            if (surface != null) {
                surface.forgetSent();
            }
        }
        return frame.stream()
                .filter(command -> !unread.containsKey(command.surface()))
                .toList();
    }

    /** Takes those out of {@code unread} that are drawn on a surface that is not, or no longer, one of them. */
    private static void keepRead(Map<Integer, Reference> unread, List<DrawCommand> frame) {
        boolean found = true;
        while (found) {
            found = false;
            for (DrawCommand command : frame) {
                if (command instanceof DrawCommand.DrawSurface draw && !unread.containsKey(draw.surface())) {
                    found |= unread.remove(draw.source()) != null;
                }
            }
        }
    }

    /** A new receiver knows none of them. */
    void forgetSent() {
        fresh.clear();
        for (Iterator<Reference> i = references.values().iterator(); i.hasNext(); ) {
            Reference reference = i.next();
            if (reference.told) {
                forget(reference);
            }
            @Nullable Surface surface = reference.get();
            if (surface == null) {
                i.remove();
            } else {
                surface.forgetSent();
            }
        }
    }

    private void forget(Reference reference) {
        reference.told = false;
        told--;
        toldPixels -= reference.pixels;
    }
}
