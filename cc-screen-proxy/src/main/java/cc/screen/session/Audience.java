package cc.screen.session;

import cc.protocol.message.ToScreen;
import cc.screen.damage.Damage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Those who look at one program, and what they are told. Viewers come and go under their session's monitor; everything else may be called by any thread.
 */
final class Audience {
    private final FeedLimits limits;
    private final ScreenEnvironment environment;
    private final Crowd crowd;
    private final CopyOnWriteArrayList<AttachedViewer> viewers = new CopyOnWriteArrayList<>();

    Audience(ProgramPicture picture, FeedLimits limits, ScreenEnvironment environment) {
        this.limits = limits;
        this.environment = environment;
        this.crowd = new Crowd(picture, limits, environment);
    }

    /** A feed for one who comes now. */
    ViewerFeed feed(ViewerLink link, boolean pictures) {
        return pictures ? new CrowdFeed(link, crowd, limits, environment) : new StateFeed(link, limits, environment);
    }

    void add(AttachedViewer viewer) {
        viewers.add(viewer);
    }

    /** Tells whether the viewer was there. */
    boolean remove(AttachedViewer viewer) {
        return viewers.remove(viewer);
    }

    List<AttachedViewer> viewers() {
        return viewers;
    }

    Optional<AttachedViewer> find(int id) {
        return viewers.stream().filter(viewer -> viewer.id() == id).findFirst();
    }

    int introduced() {
        return (int) viewers.stream().filter(AttachedViewer::isIntroduced).count();
    }

    void frame(SharedFrame frame) {
        crowd.frame(frame);
    }

    /** All that anybody has of these surfaces is out of date. */
    void redraw(Damage damage) {
        crowd.redraw(damage);
    }

    void tell(ToScreen message) {
        crowd.state(message);
        tell(message, viewer -> !viewer.terms().pictures());
    }

    void tell(ToScreen message, Predicate<AttachedViewer> concerned) {
        viewers.stream().filter(concerned).forEach(viewer -> viewer.feed().state(message));
    }
}
