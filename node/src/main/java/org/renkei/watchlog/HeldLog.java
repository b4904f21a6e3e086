package org.renkei.watchlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.watchlog.LogEntry;
import org.renkei.kernel.watchlog.WatchLog;
import org.renkei.records.Bodies;
import org.renkei.records.StoredRecord;
import org.renkei.watchlog.WatchLogDesk.Query;
import org.renkei.watchlog.WatchLogView.Entry;
import org.renkei.watchlog.WatchLogView.WatchView;

/// The log of the watch as somebody sees it, with what its entries are shown by. What was taken back from
/// partners stays in the log of the nation that entered it.
///
/// @param labels of each record
/// @param to who was told of each
/// @param recalled those that were taken back
record HeldLog(WatchLog log, Map<UUID, Label> labels, Map<UUID, List<String>> to, Set<UUID> recalled) {

    static HeldLog of(List<StoredRecord> records) {
        var entries = new ArrayList<LogEntry>();
        var labels = new HashMap<UUID, Label>();
        var to = new HashMap<UUID, List<String>>();
        for (var record : records) {
            var content = record.content();
            if (content != null) {
                LogEntry.of(content).ifPresent(entries::add);
                labels.put(record.id(), content.banner());
                to.put(
                        record.id(),
                        Bodies.toJson(content.body())
                                .path("to")
                                .valueStream()
                                .map(one -> one.asString(""))
                                .sorted()
                                .toList());
            }
        }
        return new HeldLog(
                WatchLog.of(entries),
                labels,
                to,
                records.stream()
                        .filter(StoredRecord::recalled)
                        .map(StoredRecord::id)
                        .collect(Collectors.toSet()));
    }

    /// What was suggested and entered by a nation itself; what another says it made of suggestions is its
    /// own matter.
    Set<String> entered(String party) {
        return log.lines().stream()
                .map(WatchLog.Line::entry)
                .filter(one -> one.party().equals(party))
                .map(LogEntry::suggestion)
                .filter(one -> !one.isEmpty())
                .collect(Collectors.toSet());
    }

    static boolean isSince(WatchLog.Line line, Instant since) {
        return all(line)
                .anyMatch(one ->
                        !one.at().isBefore(since) || !one.written().instant().isBefore(since));
    }

    static boolean fits(WatchLog.Line line, Query query) {
        return query.act().map(act -> line.entry().kind().code().equals(act)).orElse(true)
                && query.words()
                        .map(words -> Stream.of(
                                        words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                                .allMatch(one -> text(line).contains(one)))
                        .orElse(true);
    }

    private static String text(WatchLog.Line line) {
        return all(line)
                .map(one -> one.text() + " " + one.officer())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    static Stream<LogEntry> all(WatchLog.Line line) {
        return Stream.concat(Stream.of(line.entry()), line.corrections().stream());
    }

    /// Of these records together; null of none.
    @Nullable
    String label(Collection<UUID> records) {
        return records.stream()
                .flatMap(one -> Stream.ofNullable(labels.get(one)))
                .distinct()
                .reduce(Label::combine)
                .map(Label::text)
                .orElse(null);
    }

    private String label(UUID record) {
        return Optional.ofNullable(labels.get(record)).map(Label::text).orElse("");
    }

    WatchView view(WatchLog.Watch watch) {
        return new WatchView(watch.officer(), watch.since(), watch.from(), watch.ended(), label(watch.record()));
    }

    WatchLogView.Line line(WatchLog.Line line) {
        return new WatchLogView.Line(
                entry(line.entry()),
                line.corrections().stream().map(this::entry).toList());
    }

    Entry entry(LogEntry one) {
        return new Entry(
                one.record(),
                one.party(),
                one.kind().code(),
                one.at(),
                one.written().instant(),
                one.text(),
                one.officer(),
                one.links().stream()
                        .map(link -> new WatchLogView.Link(link.to(), link.id()))
                        .toList(),
                to.getOrDefault(one.record(), List.of()),
                label(one.record()),
                recalled.contains(one.record()));
    }
}
