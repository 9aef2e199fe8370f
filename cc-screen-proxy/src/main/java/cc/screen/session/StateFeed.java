package cc.screen.session;

import cc.protocol.message.ToScreen;
import java.util.ArrayList;
import java.util.List;

/** Feeds a viewer that wants to know where windows are and does without pictures: an input proxy. */
final class StateFeed extends ViewerFeed {
    StateFeed(ViewerLink link, FeedLimits limits, ScreenEnvironment environment) {
        super(link, limits, environment);
    }

    @Override
    void send() {
        List<ToScreen> messages;
        synchronized (this) {
            messages = new ArrayList<>(takeUrgent());
            messages.addAll(takeState());
        }
        if (!messages.isEmpty() && beginSending()) {
            counters.bytesOut.add(link.send(messages, this::taken));
        }
    }

    @Override
    boolean hasPictures() {
        return false;
    }
}
