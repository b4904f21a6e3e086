package org.renkei.attachments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.attachments.Content.State;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordsChanged;
import org.renkei.settings.NodeSettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which records list which contents, kept within the transaction that changes the records: when the last record of a
/// partner that lists a content is recalled, ended or revised, the content goes in that same transaction.
@Component
class Listings {
    /// How long an upload waits for a record.
    static final Duration UNUSED = Duration.ofHours(24);

    private final Bulk bulk;
    private final Contents contents;
    private final Sources sources;
    private final NodeSettings settings;
    private final String self;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Listings(
            Bulk bulk,
            Contents contents,
            Sources sources,
            NodeSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.bulk = bulk;
        this.contents = contents;
        this.sources = sources;
        this.settings = settings;
        this.self = settings.node().toString();
        this.clock = clock;
        this.events = events;
    }

    /// Own records that list a content.
    List<UUID> ownRecords(Hash digest) {
        return records(self, digest);
    }

    /// Records of a source that list a content.
    List<UUID> records(String source, Hash digest) {
        return bulk.query(
                "select record from attachments.listed where source = ? and digest = ?",
                (row, number) -> row.getObject("record", UUID.class),
                source,
                digest.bytes());
    }

    @EventListener
    void on(RecordsChanged changed) {
        var bySource = new LinkedHashMap<String, List<RecordChanged>>();
        changed.changes()
                .forEach(one -> bySource.computeIfAbsent(one.origin(), key -> new ArrayList<>())
                        .add(one));
        bySource.forEach((source, changes) -> {
            if (source.equals(self)) {
                list(source, lines(changes));
            } else {
                relist(source, changes);
            }
        });
    }

    @Transactional
    public int removeUnused() {
        return contents.removeUnused(self, clock.instant().minus(UNUSED));
    }

    /// One content that a record lists.
    private record Line(UUID record, Hash digest, long size, String type, boolean preview) {}

    private static List<Line> lines(List<RecordChanged> changes) {
        var lines = new ArrayList<Line>();
        for (var change : changes) {
            for (var one : change.attachments()) {
                lines.add(new Line(change.id(), one.digest(), one.size(), one.type(), false));
                var preview = one.preview();
                if (preview != null) {
                    lines.add(new Line(change.id(), preview.digest(), preview.size(), preview.type(), true));
                }
            }
        }
        return lines;
    }

    private void list(String source, List<Line> lines) {
        if (!lines.isEmpty()) {
            bulk.update(
                    "insert into attachments.listed (source, record, digest) select ?, * from unnest(?, ?) on conflict do nothing",
                    source,
                    Column.uuids(lines.stream().map(Line::record).toList()),
                    Column.bytes(lines.stream().map(one -> one.digest().bytes()).toList()));
        }
    }

    private void relist(String source, List<RecordChanged> changes) {
        var records = changes.stream().map(RecordChanged::id).toList();
        var before = new HashSet<>(bulk.query(
                "delete from attachments.listed where source = ? and record = any(?) returning digest",
                (row, number) -> Hash.of(row.getBytes("digest")),
                source,
                Column.uuids(records)));
        var lines = lines(List.copyOf(last(changes).values()));
        list(source, lines);
        if (offer(source, lines)) {
            events.publishEvent(new AttachmentsWanted(source));
        }
        lines.forEach(line -> before.remove(line.digest()));
        if (!before.isEmpty()) {
            contents.removeUnlisted(source, before);
        }
    }

    private static Map<UUID, RecordChanged> last(List<RecordChanged> changes) {
        var last = new LinkedHashMap<UUID, RecordChanged>();
        changes.forEach(one -> last.put(one.id(), one));
        return last;
    }

    /// Previews are wanted without anybody's asking, where there is a link. Answers whether there is something to
    /// fetch.
    private boolean offer(String source, List<Line> lines) {
        if (lines.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        var reach = sources.reach(source);
        Set<Hash> seen = new LinkedHashSet<>();
        var distinct = new ArrayList<Line>();
        lines.stream()
                .filter(Line::preview)
                .filter(one -> seen.add(one.digest()))
                .forEach(distinct::add);
        lines.stream().filter(one -> seen.add(one.digest())).forEach(distinct::add);
        var states = bulk.query(
                """
                insert into attachments.content as c (source, digest, size, type, preview, state, at)
                select ?, n.*, ?::timestamptz from unnest(?, ?, ?, ?::bool[], ?) n (digest, size, type, preview, state)
                on conflict (source, digest) do update set
                    size = case when c.held = 0 then excluded.size else c.size end,
                    preview = c.preview or excluded.preview,
                    state = case when c.state = 'offered' then excluded.state else c.state end,
                    attempts = 0, retry_at = null
                returning state
                """,
                (row, number) -> row.getString("state"),
                source,
                now.toString(),
                Column.bytes(distinct.stream().map(one -> one.digest().bytes()).toList()),
                Column.longs(distinct.stream().map(Line::size).toList()),
                Column.texts(distinct.stream().map(Line::type).toList()),
                Column.texts(distinct.stream()
                        .map(one -> String.valueOf(one.preview()))
                        .toList()),
                Column.texts(distinct.stream()
                        .map(line -> state(line, reach))
                        .map(State::code)
                        .toList()));
        return states.contains(State.WANTED.code());
    }

    private State state(Line line, Sources.Reach reach) {
        if (line.size() > settings.attachmentBytes()) {
            return State.TOO_LARGE;
        }
        return line.preview() && reach.covers(line.size()) && line.size() <= Attachment.MAX_PREVIEW
                ? State.WANTED
                : State.OFFERED;
    }
}
