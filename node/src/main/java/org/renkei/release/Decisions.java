package org.renkei.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.database.CopyRows;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Decisions with their explanations.
@Repository
class Decisions {
    private final JdbcClient jdbc;
    private final Bulk bulk;
    private final JsonMapper json;
    private final DecisionTally tally;

    Decisions(JdbcClient jdbc, Bulk bulk, JsonMapper json, DecisionTally tally) {
        this.jdbc = jdbc;
        this.bulk = bulk;
        this.json = json;
        this.tally = tally;
    }

    /// A decision as it was kept. `position` is where the ledger holds what was sent for it.
    record Kept(
            String party,
            int revision,
            String outcome,
            Explanation explanation,
            List<String> removed,
            List<String> coarsened,
            LocalDate asOf,
            Instant decidedAt,
            @Nullable Long position) {}

    /// Makes writers follow one another until they commit: no record is decided on facts that another is just
    /// changing, and no two writers wait for each other.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('renkei.release'))")
                .query((row, number) -> true)
                .single();
    }

    /// Keeps decisions with their explanations; equal explanations are kept once.
    void insert(Collection<Settled> settled, Instant at) {
        var explanations = new LinkedHashMap<Hash, String>();
        var rows = new CopyRows(10);
        for (var one : settled) {
            var verdict = one.verdict();
            var summary = verdict.summary();
            tally.count(summary.outcome());
            explanations.putIfAbsent(verdict.digest(), verdict.explanation());
            rows.row()
                    .uuid(one.record())
                    .int4(one.revision())
                    .text(summary.party())
                    .text(summary.outcome())
                    .bytea(verdict.digest().bytes())
                    .texts(summary.removed())
                    .texts(summary.coarsened())
                    .date(summary.asOf())
                    .timestamptz(at)
                    .int8(one.position());
        }
        if (explanations.isEmpty()) {
            return;
        }
        bulk.update(
                """
                insert into release.explanation (digest, content)
                select digest, content::jsonb from unnest(?, ?) n (digest, content) on conflict do nothing
                """,
                Column.bytes(explanations.keySet().stream().map(Hash::bytes).toList()),
                Column.texts(explanations.values()));
        bulk.copy(
                "release.decision (record, revision, party, outcome, explanation, removed, coarsened, as_of, decided_at,"
                        + " position)",
                rows);
    }

    /// What decisions came to stands elsewhere in a party's ledger now.
    void move(String party, Map<Long, Long> positions) {
        if (!positions.isEmpty()) {
            var old = List.copyOf(positions.keySet());
            bulk.update(
                    """
                    update release.decision d set position = n.now from unnest(?, ?) n (before, now)
                    where d.party = ? and d.position = n.before
                    """,
                    Column.longs(old),
                    Column.longs(old.stream().map(positions::get).toList()),
                    party);
        }
    }

    /// Of these records the newest decision for each party.
    Map<UUID, List<Kept>> latest(Collection<UUID> records) {
        return explained(bulk.query("""
                select distinct on (record, party) * from release.decision
                where record = any(?) order by record, party, seq desc
                """, Decisions::read, Column.uuids(records)));
    }

    /// The same for the parties of these nations alone: most are asked for a few of many.
    Map<UUID, List<Kept>> latest(Collection<UUID> records, Collection<String> nations) {
        return explained(bulk.query("""
                select distinct on (record, party) * from release.decision
                where record = any(?) and split_part(party, '/', 1) = any(?) order by record, party, seq desc
                """, Decisions::read, Column.uuids(records), Column.texts(nations)));
    }

    /// Thousands of decisions share a few explanations: each of these is read once.
    private Map<UUID, List<Kept>> explained(List<Row> rows) {
        var explanations = new HashMap<Hash, Explanation>();
        bulk.query(
                "select digest, content from release.explanation where digest = any(?)",
                (row, number) -> explanations.put(
                        Hash.of(row.getBytes("digest")),
                        new Explanation(json.readValue(
                                row.getString("content"), new TypeReference<List<Explanation.Line>>() {}))),
                Column.bytes(rows.stream()
                        .map(Row::explanation)
                        .distinct()
                        .map(Hash::bytes)
                        .toList()));
        var latest = new HashMap<UUID, List<Kept>>();
        for (var row : rows) {
            latest.computeIfAbsent(row.record(), key -> new ArrayList<>())
                    .add(row.kept(Objects.requireNonNull(explanations.get(row.explanation()))));
        }
        return latest;
    }

    /// For many records at once the newest outcome for each party, and how far the ledger had come.
    Map<UUID, List<Outcome>> outcomes(Collection<UUID> records) {
        var outcomes = new HashMap<UUID, List<Outcome>>();
        if (records.isEmpty()) {
            return outcomes;
        }
        jdbc.sql("""
                select h.record, h.party, h.outcome, h.position, l.acknowledged from release.held h
                left join ledger.ledger l on l.party = h.party
                where h.record in (:records) and h.outcome is not null order by h.record, h.party
                """).param("records", records).query(row -> {
            outcomes.computeIfAbsent(
                            Objects.requireNonNull(row.getObject("record", UUID.class)), key -> new ArrayList<>())
                    .add(new Outcome(
                            row.getString("party"),
                            row.getString("outcome"),
                            row.getLong("position") > 0 && row.getLong("position") <= row.getLong("acknowledged")));
        });
        return outcomes;
    }

    record Outcome(String party, String outcome, boolean confirmed) {}

    /// A decision without the words of its explanation.
    private record Row(
            UUID record,
            String party,
            int revision,
            String outcome,
            Hash explanation,
            List<String> removed,
            List<String> coarsened,
            LocalDate asOf,
            Instant decidedAt,
            long position) {
        Kept kept(Explanation words) {
            return new Kept(
                    party,
                    revision,
                    outcome,
                    words,
                    removed,
                    coarsened,
                    asOf,
                    decidedAt,
                    position == 0 ? null : position);
        }
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                Objects.requireNonNull(row.getObject("record", UUID.class)),
                row.getString("party"),
                row.getInt("revision"),
                row.getString("outcome"),
                Hash.of(row.getBytes("explanation")),
                List.of((String[]) row.getArray("removed").getArray()),
                List.of((String[]) row.getArray("coarsened").getArray()),
                Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
                Objects.requireNonNull(row.getObject("decided_at", OffsetDateTime.class))
                        .toInstant(),
                row.getLong("position"));
    }
}
