package org.renkei.picture;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// What one map wants of that which it may see, and which of it the map knows. It looks at what was
/// released alone: nothing that is withheld can be found out by asking for less. Used by one thread.
final class TrackWindow {
    private final TrackFilter filter;
    private final Set<UUID> known = new HashSet<>();

    TrackWindow(TrackFilter filter) {
        this.filter = filter;
    }

    /// The map begins anew.
    void clear() {
        known.clear();
    }

    /// Whether the map is told of it; if so, it knows it from now on.
    boolean shows(TrackView view, long now) {
        var wanted = filter.matches(view, now);
        if (wanted) {
            known.add(view.id());
        }
        return wanted;
    }

    /// Whether the map has to be told that it is there no longer.
    boolean lets(UUID id) {
        return known.remove(id);
    }
}
