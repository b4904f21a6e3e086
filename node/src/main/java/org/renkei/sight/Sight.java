package org.renkei.sight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Settling.Effect;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.RecordFilter;
import org.renkei.records.Sieve;
import org.renkei.records.SiftedRecords;
import org.renkei.records.SiftedRecords.Revision;
import org.renkei.records.SiftedRecords.Sifted;

/// The records of this node as one caller sees them. What is not seen is not found, not counted, and leaves
/// no gap.
///
/// People of the own nation see a record that they are cleared for as it is stored; whatever else is seen is
/// a form, cut and numbered as for a partner. A liaison sees nothing but forms, and of a record that was
/// recalled or has ended only the fact.
public final class Sight {
    private static final int BATCH = 2_000;
    private static final int PAGE = 500;

    private final SiftedRecords records;
    private final Sieve sieve;
    /// Null where everything is seen, or nothing.
    private final @Nullable Eyes eyes;
    private final Instant now;

    /// How much is seen of a record.
    public enum Extent {
        /// The record as it is stored.
        WHOLE,
        /// At most a form of it, or the fact that there was one.
        CUT,
        NOTHING
    }

    Sight(SiftedRecords records, Sieve sieve, @Nullable Eyes eyes, Instant now) {
        this.records = records;
        this.sieve = sieve;
        this.eyes = eyes;
        this.now = now;
    }

    /// Newest first, after the record named; empty when that one is not seen.
    public Optional<List<Seen>> list(RecordFilter filter, @Nullable UUID after, int limit) {
        return after == null
                ? Optional.of(page(filter, Long.MAX_VALUE, limit))
                : records.find(after, sieve)
                        .map(last -> page(filter, last.record().seq(), limit));
    }

    /// All that match, newest first.
    public List<Seen> listAll(RecordFilter filter) {
        var all = new ArrayList<Seen>();
        UUID after = null;
        while (true) {
            var page = list(filter, after, PAGE).orElse(List.of());
            all.addAll(page);
            if (page.size() < PAGE) {
                return all;
            }
            after = page.getLast().record().id();
        }
    }

    /// The contents of all that match, newest first. What was recalled is left out, also at its own nation, which
    /// keeps it: no board, list or account of now is made of it.
    public List<SharedRecord> listStanding(RecordFilter filter) {
        return listAll(filter).stream()
                .map(Seen::record)
                .filter(record -> !record.recalled())
                .flatMap(record -> Stream.ofNullable(record.content()))
                .toList();
    }

    /// A page is filled with what is seen, however much lies in between.
    private List<Seen> page(RecordFilter filter, long from, int limit) {
        var page = new ArrayList<Seen>();
        var before = from;
        while (true) {
            var found = records.list(filter, judged(filter), before, limit);
            page.addAll(matching(filter, found));
            if (page.size() >= limit || found.size() < limit) {
                return page.size() > limit ? List.copyOf(page.subList(0, limit)) : page;
            }
            before = found.getLast().record().seq();
        }
    }

    /// Of these records those that are seen, newest first.
    public List<Seen> list(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : see(records.list(ids, sieve));
    }

    /// How much the caller sees of records under these markings.
    public Map<Hash, Extent> extents(Collection<Hash> markings) {
        var whole = eyes == null ? Set.<Hash>of() : under(sieve.whole());
        var passing = sieve.passing() == null ? null : under(sieve.passing());
        var extents = new HashMap<Hash, Extent>();
        for (var marking : markings) {
            if (passing == null || whole.contains(marking) && eyes != null && !eyes.liaison) {
                extents.put(marking, Extent.WHOLE);
            } else {
                extents.put(marking, passing.contains(marking) ? Extent.CUT : Extent.NOTHING);
            }
        }
        return extents;
    }

    public Standpoint standpoint() {
        return eyes == null ? new Standpoint.Uncut(sieve) : eyes.standpoint();
    }

    private static Set<Hash> under(List<Sieve.Layer> layers) {
        return layers.stream().flatMap(layer -> layer.markings().stream()).collect(Collectors.toSet());
    }

    public long count(RecordFilter filter) {
        if (eyes == null) {
            return records.countWhole(filter, sieve);
        }
        if (!filter.asksForContent()) {
            return records.count(filter, sieve);
        }
        return records.countWhole(filter, judged(filter)) + listCut(filter).size();
    }

    /// The ids of all that match.
    public Set<UUID> ids(RecordFilter filter) {
        var ids = new HashSet<>(records.wholeIds(filter, judged(filter)));
        if (eyes != null) {
            listCut(filter).forEach(one -> ids.add(one.record().id()));
        }
        return ids;
    }

    /// Of what is not seen whole all that match, newest first.
    private List<Seen> listCut(RecordFilter filter) {
        var all = new ArrayList<Seen>();
        var before = Long.MAX_VALUE;
        while (true) {
            var found = records.listCut(filter, judged(filter), before, BATCH);
            all.addAll(matching(filter, found));
            if (found.size() < BATCH) {
                return all;
            }
            before = found.getLast().record().seq();
        }
    }

    public SiftedRecords.Counts counts() {
        return records.counts(sieve);
    }

    public Optional<Seen> find(UUID id) {
        return records.find(id, sieve).flatMap(one -> see(List.of(one)).stream().findFirst());
    }

    /// Which of these are seen at all.
    public Set<UUID> among(Collection<UUID> ids) {
        return records.among(ids, sieve);
    }

    /// Which of these the caller sees as they are stored.
    public Set<UUID> whole(Collection<UUID> ids) {
        if (eyes == null) {
            return sieve.equals(Sieve.EVERYTHING) ? Set.copyOf(ids) : Set.of();
        }
        return eyes.liaison ? Set.of() : records.whole(Set.copyOf(ids), sieve);
    }

    /// Every form of a record that is seen, oldest first; empty when the record itself is not.
    public Optional<List<Seen>> listRevisions(UUID id) {
        return records.find(id, sieve).map(one -> {
            var revisions = records.revisions(List.of(id)).getOrDefault(id, List.of());
            return eyes == null
                    ? revisions.stream().map(revision -> stored(one, revision)).toList()
                    : forms(eyes, revisions.stream().map(Revision::content)).history(one, revisions);
        });
    }

    /// Of what was changed, that by which something changes for the caller, numbered as the caller sees it.
    public List<RecordChanged> changes(List<RecordChanged> changes) {
        if (eyes == null) {
            return sieve.equals(Sieve.EVERYTHING) ? changes : List.of();
        }
        var ids = changes.stream().map(RecordChanged::id).collect(Collectors.toSet());
        var seen = records.list(ids, sieve);
        var asStored = seen.stream()
                .filter(one -> !eyes.liaison && one.whole())
                .map(one -> one.record().id())
                .collect(Collectors.toSet());
        var known = seen.stream().map(one -> one.record().id()).collect(Collectors.toSet());
        var others = new HashSet<>(ids);
        others.removeAll(asStored);
        var revisions = records.revisions(others);
        var forms = forms(eyes, Stream.of());
        return changes.stream()
                .flatMap(change -> asStored.contains(change.id())
                        ? Stream.of(change)
                        : change(change, known, forms, revisions.getOrDefault(change.id(), List.of())))
                .toList();
    }

    private static Stream<RecordChanged> change(
            RecordChanged change, Set<UUID> known, Forms forms, List<Revision> revisions) {
        var history = forms.history(revisions.stream()
                .filter(one -> one.number() <= change.revision())
                .toList());
        var told =
                change.change() == Change.RECALLED ? known.contains(change.id()) : history.latest() != Effect.NOTHING;
        return told ? Stream.of(Forms.numbered(change, history)) : Stream.of();
    }

    /// Of these records those that show the caller a content of this digest.
    public Set<UUID> listing(Collection<UUID> ids, Hash digest) {
        if (eyes == null) {
            return sieve.equals(Sieve.EVERYTHING) ? Set.copyOf(ids) : Set.of();
        }
        return among(ids).stream()
                .filter(id -> listRevisions(id).orElse(List.of()).stream()
                        .map(one -> one.record().content())
                        .anyMatch(content -> content != null && lists(content, digest)))
                .collect(Collectors.toSet());
    }

    private static boolean lists(SharedRecord content, Hash digest) {
        return Attachment.listIn(content.body()).stream().anyMatch(one -> {
            var preview = one.preview();
            return one.digest().equals(digest)
                    || preview != null && preview.digest().equals(digest);
        });
    }

    /// For a liaison a record is as old as its form.
    private Sieve judged(RecordFilter filter) {
        return eyes != null && eyes.liaison && filter.since() != null ? sieve.withoutWhole() : sieve;
    }

    /// What is whole was matched by the store.
    private List<Seen> matching(RecordFilter filter, List<Sifted> found) {
        var whole = found.stream()
                .filter(Sifted::whole)
                .map(one -> one.record().id())
                .collect(Collectors.toSet());
        return see(found).stream()
                .filter(one -> whole.contains(one.record().id())
                        || filter.matches(one.record().content(), one.record().storedAt()))
                .toList();
    }

    private List<Seen> see(List<Sifted> found) {
        if (eyes == null) {
            return found.stream().map(one -> new Seen(one.record(), true)).toList();
        }
        var revisions = records.revisions(found.stream()
                .filter(one -> eyes.liaison || !one.whole())
                .map(one -> one.record().id())
                .toList());
        var contents = Stream.concat(
                found.stream().map(one -> one.record().content()).flatMap(Stream::ofNullable),
                revisions.values().stream().flatMap(List::stream).map(Revision::content));
        var forms = forms(eyes, contents);
        return found.stream()
                .flatMap(one ->
                        forms.see(one, revisions.getOrDefault(one.record().id(), List.of())).stream())
                .toList();
    }

    private static Seen stored(Sifted sifted, Revision revision) {
        return new Seen(Forms.as(sifted.record(), revision.content(), revision.storedAt()), true);
    }

    private Forms forms(Eyes by, Stream<SharedRecord> contents) {
        var references = contents.flatMap(one -> one.references().stream()).collect(Collectors.toSet());
        return new Forms(by, among(references), now);
    }
}
