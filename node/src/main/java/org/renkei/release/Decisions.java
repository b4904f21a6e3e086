package org.renkei.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Decisions with their explanations, and what each party holds now.
@Repository
class Decisions {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Decisions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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

    /// What a party holds: `revision` counts what was released to it, `form` is null once it was recalled.
    record Held(int revision, @Nullable Hash form, long position) {}

    /// Makes writers follow one another until they commit: no record is decided on facts that another is just changing,
    /// and no two writers wait for each other.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('renkei.release'))")
                .query((row, number) -> true)
                .single();
    }

    /// Keeps an explanation and answers its digest; equal ones are kept once.
    Hash keep(Explanation explanation) {
        var text = json.writeValueAsString(explanation.lines());
        var digest = Explanation.digest(text);
        jdbc.sql("insert into release.explanation (digest, content) values (?, ?::jsonb) on conflict do nothing")
                .param(digest.bytes())
                .param(text)
                .update();
        return digest;
    }

    void insert(
            UUID record, int revision, DecisionSummary summary, Hash explanation, Instant at, @Nullable Long position) {
        jdbc.sql("""
                insert into release.decision
                    (record, revision, party, outcome, explanation, removed, coarsened, as_of, decided_at, position)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(record)
                .param(revision)
                .param(summary.party())
                .param(summary.outcome())
                .param(explanation.bytes())
                .param(summary.removed().toArray(String[]::new))
                .param(summary.coarsened().toArray(String[]::new))
                .param(summary.asOf())
                .param(at.atOffset(ZoneOffset.UTC))
                .param(position)
                .update();
    }

    /// The newest decision for each party.
    List<Kept> latest(UUID record) {
        return jdbc.sql("""
                select distinct on (d.party) d.*, e.content from release.decision d
                join release.explanation e on e.digest = d.explanation
                where d.record = ? order by d.party, d.seq desc
                """).param(record).query(this::read).list();
    }

    Optional<String> latestOutcome(UUID record, String party) {
        return jdbc.sql("select outcome from release.decision where record = ? and party = ? order by seq desc limit 1")
                .param(record)
                .param(party)
                .query(String.class)
                .optional();
    }

    /// For many records at once the newest outcome for each party, and how far the ledger had come.
    Map<UUID, List<Outcome>> outcomes(Collection<UUID> records) {
        var outcomes = new HashMap<UUID, List<Outcome>>();
        if (records.isEmpty()) {
            return outcomes;
        }
        jdbc.sql("""
                select distinct on (d.record, d.party) d.record, d.party, d.outcome, h.position, l.acknowledged
                from release.decision d
                left join release.held h on h.record = d.record and h.party = d.party
                left join ledger.ledger l on l.party = d.party
                where d.record in (:records) order by d.record, d.party, d.seq desc
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

    Optional<Held> findHeld(UUID record, String party) {
        return jdbc.sql("select revision, form, position from release.held where record = ? and party = ?")
                .param(record)
                .param(party)
                .query((row, number) -> {
                    var form = row.getBytes("form");
                    return new Held(
                            row.getInt("revision"), form == null ? null : Hash.of(form), row.getLong("position"));
                })
                .optional();
    }

    void putHeld(UUID record, String party, Held held) {
        jdbc.sql("""
                insert into release.held (record, party, revision, form, position) values (?, ?, ?, ?, ?)
                on conflict (record, party) do update
                set revision = excluded.revision, form = excluded.form, position = excluded.position
                """)
                .param(record)
                .param(party)
                .param(held.revision())
                .param(held.form() == null ? null : held.form().bytes())
                .param(held.position())
                .update();
    }

    /// Which of these records a party may be told of: what it holds of ours, and what came from itself.
    Set<UUID> known(Collection<UUID> records, String party) {
        if (records.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(jdbc.sql("""
                select record from release.held where record in (:records) and party = :party and form is not null
                union all
                select id from records.record where id in (:records) and party = :party
                """)
                .param("records", records)
                .param("party", party)
                .query(UUID.class)
                .list());
    }

    /// How many records stand at each outcome for a party, by the newest decision of each.
    Map<String, Long> countByOutcome(String party) {
        var counts = new HashMap<String, Long>();
        jdbc.sql("""
                select outcome, count(*) n from (
                    select distinct on (record) outcome from release.decision where party = ? order by record, seq desc) newest
                group by outcome
                """).param(party).query(row -> {
            counts.put(row.getString("outcome"), row.getLong("n"));
        });
        return counts;
    }

    private Kept read(ResultSet row, int number) throws SQLException {
        var lines = json.readValue(row.getString("content"), new TypeReference<List<Explanation.Line>>() {});
        var position = row.getLong("position");
        return new Kept(
                row.getString("party"),
                row.getInt("revision"),
                row.getString("outcome"),
                new Explanation(lines),
                List.of((String[]) row.getArray("removed").getArray()),
                List.of((String[]) row.getArray("coarsened").getArray()),
                Objects.requireNonNull(row.getObject("as_of", LocalDate.class)),
                Objects.requireNonNull(row.getObject("decided_at", OffsetDateTime.class))
                        .toInstant(),
                position == 0 ? null : position);
    }
}
