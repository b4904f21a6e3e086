package org.renkei.records;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.Sieve.Layer;
import org.springframework.stereotype.Repository;

/// The store as it is read through a [Sieve]: what does not pass is not counted, not found and not told from
/// what was never here. Every method takes part in the caller's transaction.
@Repository
public class SiftedRecords {
    /// A word that a coarser time or position could bring, so that it need not be in the stored text.
    private static final Pattern COARSE = Pattern.compile("[0-9.:+tz-]+");

    private final Bulk bulk;

    SiftedRecords(Bulk bulk) {
        this.bulk = bulk;
    }

    /// @param whole whether the stored content may be matched and shown as it is
    public record Sifted(StoredRecord record, boolean whole) {}

    /// Records of one side and of the other.
    public record Counts(long own, long received) {
        public long total() {
            return own + received;
        }
    }

    /// A revision and when it was stored here; `number` is the store's.
    public record Revision(int number, SharedRecord content, Instant storedAt) {}

    /// Newest first, below `before`. What is not whole need not match the filter: that is for its form to
    /// say.
    public List<Sifted> list(RecordFilter filter, Sieve sieve, long before, int limit) {
        var query = new Query("select r.*, v.content, ");
        query.whole(sieve)
                .add(" sifted_whole from records.record r left join records.revision v on v.record = r.id"
                        + " and v.revision = r.revision where r.seq < ? and ")
                .with(before);
        query.candidates(filter, sieve).add(" order by r.seq desc limit ?").with(limit);
        return query.run(bulk);
    }

    /// As [#list], without those that are whole.
    public List<Sifted> listCut(RecordFilter filter, Sieve sieve, long before, int limit) {
        var query = new Query("select r.*, v.content, false sifted_whole from records.record r"
                        + " left join records.revision v on v.record = r.id and v.revision = r.revision"
                        + " where r.seq < ? and not ")
                .with(before);
        query.whole(sieve).add(" and ");
        query.candidates(filter, sieve).add(" order by r.seq desc limit ?").with(limit);
        return query.run(bulk);
    }

    /// How many of the whole ones match.
    public long countWhole(RecordFilter filter, Sieve sieve) {
        var query = new Query("select count(*) from records.record r where ");
        query.passing(sieve).add(" and ").whole(sieve).add(" and ").matches(filter);
        return query.number(bulk);
    }

    /// The ids of the whole ones that match.
    public List<UUID> wholeIds(RecordFilter filter, Sieve sieve) {
        var query = new Query("select r.id from records.record r where ");
        query.passing(sieve).add(" and ").whole(sieve).add(" and ").matches(filter);
        return query.ids(bulk);
    }

    /// Which of these are whole.
    public Set<UUID> whole(Collection<UUID> ids, Sieve sieve) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var query = new Query("select r.id from records.record r where r.id = any(?) and ").with(Column.uuids(ids));
        query.passing(sieve).add(" and ").whole(sieve);
        return new HashSet<>(query.ids(bulk));
    }

    /// How many pass of this kind and origin, whole or not.
    public long count(RecordFilter filter, Sieve sieve) {
        var query = new Query("select count(*) from records.record r where ");
        query.passing(sieve).add(" and ").kind(filter);
        return query.number(bulk);
    }

    public Counts counts(Sieve sieve) {
        var query = new Query(
                "select count(*) filter (where own) own, count(*) filter (where not own) received from records.record r where ");
        query.passing(sieve);
        return bulk.query(
                        query.sql(),
                        (row, number) -> new Counts(row.getLong("own"), row.getLong("received")),
                        query.values())
                .getFirst();
    }

    public List<Sifted> list(Collection<UUID> ids, Sieve sieve) {
        var query = new Query("select r.*, v.content, ");
        query.whole(sieve)
                .add(" sifted_whole from records.record r left join records.revision v on v.record = r.id"
                        + " and v.revision = r.revision where r.id = any(?) and ")
                .with(Column.uuids(ids));
        query.passing(sieve).add(" order by r.seq desc");
        return query.run(bulk);
    }

    public Optional<Sifted> find(UUID id, Sieve sieve) {
        return list(List.of(id), sieve).stream().findFirst();
    }

    /// Which of these pass.
    public Set<UUID> among(Collection<UUID> ids, Sieve sieve) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var query = new Query("select id from records.record r where r.id = any(?) and ").with(Column.uuids(ids));
        query.passing(sieve);
        return new HashSet<>(query.ids(bulk));
    }

    /// Every revision of these records whose content is here, oldest first.
    public Map<UUID, List<Revision>> revisions(Collection<UUID> ids) {
        var revisions = new HashMap<UUID, List<Revision>>();
        if (!ids.isEmpty()) {
            bulk.query(
                    """
                    select record, revision, content, stored_at from records.revision
                    where record = any(?) and content is not null order by record, revision
                    """,
                    (row, number) -> revisions
                            .computeIfAbsent(
                                    Objects.requireNonNull(row.getObject("record", UUID.class)),
                                    key -> new ArrayList<>())
                            .add(new Revision(
                                    row.getInt("revision"),
                                    RecordCodec.decode(row.getBytes("content")),
                                    Records.instant(row, "stored_at"))),
                    Column.uuids(ids));
        }
        return revisions;
    }

    /// The digests of all markings.
    public List<Hash> listMarkings() {
        return bulk.query("select digest from records.marking", (row, number) -> Hash.of(row.getBytes("digest")));
    }

    public Map<Hash, Marking> markings(Collection<Hash> digests) {
        var markings = new LinkedHashMap<Hash, Marking>();
        bulk.query(
                "select digest, content from records.marking where digest = any(?)",
                (row, number) -> markings.put(Hash.of(row.getBytes("digest")), Marking.decode(row.getBytes("content"))),
                digests(digests));
        return markings;
    }

    private static Column digests(Collection<Hash> digests) {
        return Column.bytes(digests.stream().map(Hash::bytes).toList());
    }

    /// A statement that grows, with its values.
    private static final class Query {
        private final StringBuilder text;
        private final List<@Nullable Object> values = new ArrayList<>();

        Query(String text) {
            this.text = new StringBuilder(text);
        }

        Query add(String more) {
            text.append(more);
            return this;
        }

        Query with(@Nullable Object... more) {
            values.addAll(Arrays.asList(more));
            return this;
        }

        Query passing(Sieve sieve) {
            var layers = sieve.passing();
            return layers == null ? add("true") : layers(layers);
        }

        Query whole(Sieve sieve) {
            if (sieve.passing() == null) {
                return add("true");
            }
            var standing = sieve.standing();
            add("(").layers(sieve.whole());
            if (standing != null) {
                add(" and r.state = 'current' and (r.until is null or r.until > ?)")
                        .with(standing.atOffset(ZoneOffset.UTC));
            }
            return add(")");
        }

        private Query layers(List<Layer> layers) {
            add("(false");
            for (var layer : layers) {
                add(" or (cast(? as text) is null or r.party = ?) and r.marking = any(?)")
                        .with(layer.party(), layer.party(), digests(layer.markings()));
            }
            return add(")");
        }

        /// What passes and is whole and matches, and of the rest what might match.
        Query candidates(RecordFilter filter, Sieve sieve) {
            passing(sieve)
                    .add(" and ")
                    .kind(filter)
                    .add(" and case when ")
                    .whole(sieve)
                    .add(" then ");
            return matches(filter).add(" else ").mightMatch(filter).add(" end");
        }

        Query matches(RecordFilter filter) {
            return kind(filter).add(" and ").saying(words(filter).toList()).located(filter.located());
        }

        /// A form is found nowhere but where its record is, and says nothing that its record does not say but
        /// what was made coarser.
        private Query mightMatch(RecordFilter filter) {
            var words = words(filter)
                    .filter(word -> !COARSE.matcher(word).matches())
                    .toList();
            saying(words);
            return Boolean.TRUE.equals(filter.located()) ? located(true) : this;
        }

        /// What no form changes: its kind and origin, and that it is not newer.
        private Query kind(RecordFilter filter) {
            add("true");
            if (filter.kind() != null) {
                add(" and r.kind = ?").with(filter.kind());
            }
            if (filter.origin() != null) {
                add(" and (r.party = ? or r.origin = ?)").with(filter.origin(), filter.origin());
            }
            var since = filter.since();
            return since == null ? this : add(" and r.stored_at >= ?").with(since.atOffset(ZoneOffset.UTC));
        }

        private Query saying(List<String> words) {
            return words.isEmpty()
                    ? add("true")
                    : add("(select bool_and(position(word in r.search) > 0) from unnest(?) word)")
                            .with(Column.texts(words));
        }

        private Query located(@Nullable Boolean located) {
            return located == null ? this : add(" and (r.lat is not null) = ?").with(located);
        }

        private static Stream<String> words(RecordFilter filter) {
            return filter.words().stream();
        }

        List<Sifted> run(Bulk bulk) {
            return bulk.query(
                    sql(),
                    (row, number) -> new Sifted(Records.read(row, number), row.getBoolean("sifted_whole")),
                    values());
        }

        List<UUID> ids(Bulk bulk) {
            return bulk.query(
                    sql(), (row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)), values());
        }

        long number(Bulk bulk) {
            return bulk.query(sql(), (row, number) -> row.getLong(1), values()).getFirst();
        }

        String sql() {
            return text.toString();
        }

        @Nullable
        Object[] values() {
            return values.toArray();
        }
    }
}
