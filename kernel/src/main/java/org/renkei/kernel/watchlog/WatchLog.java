package org.renkei.kernel.watchlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The log of the watch as it follows from its entries, whatever their order of arrival.
///
/// @param lines the newest first
public record WatchLog(List<Line> lines) {
    public WatchLog {
        lines = List.copyOf(lines);
    }

    /// An entry with what put it right.
    ///
    /// @param corrections of the same nation, the oldest first; another nation's stand as entries of their
    /// own
    public record Line(LogEntry entry, List<LogEntry> corrections) {
        public Line {
            corrections = List.copyOf(corrections);
        }
    }

    /// Who has the watch, or had it last.
    ///
    /// @param record the entry with which it began
    /// @param from who had it before; null where it was opened
    /// @param ended when it was handed over; null while it lasts
    public record Watch(
            UUID record,
            String officer,
            Instant since,
            @Nullable String from,
            @Nullable Instant ended) {}

    /// A correction stands at what it puts right, the correction of a correction at the same entry. One of
    /// something that is not here stands as an entry of its own.
    public static WatchLog of(Collection<LogEntry> entries) {
        Map<UUID, LogEntry> byRecord = new TreeMap<>(Comparator.comparing(UUID::toString));
        entries.forEach(one -> byRecord.put(one.record(), one));
        var corrections = new HashMap<UUID, List<LogEntry>>();
        var standing = new ArrayList<LogEntry>();
        for (var one : byRecord.values()) {
            var root = root(one, byRecord);
            if (root.equals(one)) {
                standing.add(one);
            } else {
                corrections
                        .computeIfAbsent(root.record(), key -> new ArrayList<>())
                        .add(one);
            }
        }
        standing.sort(LogEntry.NEWEST_FIRST);
        return new WatchLog(standing.stream()
                .map(one -> new Line(
                        one,
                        corrections.getOrDefault(one.record(), List.of()).stream()
                                .sorted(Comparator.comparing(LogEntry::written)
                                        .thenComparing(each -> each.record().toString()))
                                .toList()))
                .toList());
    }

    /// Only what was written later puts right what was written before, so this ends.
    private static LogEntry root(LogEntry one, Map<UUID, LogEntry> byRecord) {
        var at = one;
        while (at.corrects() != null) {
            var next = byRecord.get(at.corrects());
            if (next == null
                    || !next.party().equals(one.party())
                    || next.written().compareTo(at.written()) >= 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /// Of one nation, by the entries that say who has it, in the order in which they were written.
    public Optional<Watch> watch(String party) {
        return lines.stream()
                .map(Line::entry)
                .filter(one -> one.party().equals(party) && one.kind().isOfWatch())
                .sorted(Comparator.comparing(LogEntry::written)
                        .thenComparing(one -> one.record().toString()))
                .reduce(
                        Optional.<Watch>empty(),
                        (before, one) -> Optional.of(next(before.orElse(null), one)),
                        (a, b) -> b);
    }

    private static Watch next(@Nullable Watch before, LogEntry one) {
        if (one.kind() == EntryKind.HANDED_OVER) {
            return before == null || before.ended() != null
                    ? new Watch(one.record(), one.officer(), one.at(), null, one.at())
                    : new Watch(before.record(), before.officer(), before.since(), before.from(), one.at());
        }
        var from = before == null || one.kind() == EntryKind.OPENED ? null : before.officer();
        return new Watch(one.record(), one.officer(), one.at(), from, null);
    }
}
