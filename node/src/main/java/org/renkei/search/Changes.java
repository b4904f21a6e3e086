package org.renkei.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Records that the index has yet to look at anew: those of small changes, as people make them, before those of large
/// ones. Each change has a number; a reader waits for the small ones so far and for their own large ones, and not for
/// what somebody else brings in. Not thread safe.
final class Changes {
    /// A change of more is a large one.
    static final int FEW = 20;

    private final Set<UUID> few = new LinkedHashSet<>();
    private final Set<UUID> many = new LinkedHashSet<>();
    private final Map<String, Long> writers = new HashMap<>();
    private long asked;
    private long done;
    private long fewDone;

    /// Some of it, and which changes are done with it: all of them, and the small ones.
    record Some(List<UUID> ids, long done, long fewDone) {
        Some {
            ids = List.copyOf(ids);
        }
    }

    /// Up to which changes somebody waits.
    record Ticket(long few, long all) {}

    /// @param writer who changed them; null when that is not known
    void add(Collection<UUID> changed, @Nullable String writer) {
        asked++;
        if (changed.size() <= FEW) {
            few.addAll(changed);
        } else {
            many.addAll(changed);
            if (writer != null) {
                writers.put(writer, asked);
            }
        }
    }

    boolean isEmpty() {
        return few.isEmpty() && many.isEmpty();
    }

    /// None of it, and nothing is done by that.
    Some none() {
        return new Some(List.of(), done, fewDone);
    }

    Some take(int most) {
        var from = few.isEmpty() ? many : few;
        var ids = new ArrayList<UUID>();
        for (var each = from.iterator(); each.hasNext() && ids.size() < most; each.remove()) {
            ids.add(each.next());
        }
        return new Some(ids, isEmpty() ? asked : done, few.isEmpty() ? asked : fewDone);
    }

    /// It is in the index.
    void did(Some some) {
        done = some.done();
        fewDone = some.fewDone();
        writers.values().removeIf(number -> number <= done);
    }

    Ticket ticket(String reader) {
        return new Ticket(asked, writers.getOrDefault(reader, 0L));
    }

    boolean isDone(Ticket ticket) {
        return fewDone >= ticket.few() && done >= ticket.all();
    }

    /// The number of the newest change.
    long newest() {
        return asked;
    }

    /// Whether a change is in the index, with all before it.
    boolean isDone(long number) {
        return done >= number;
    }
}
