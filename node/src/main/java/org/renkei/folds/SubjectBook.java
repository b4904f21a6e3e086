package org.renkei.folds;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Which records speak of which subject. Every method takes part in the caller's transaction.
@Repository
class SubjectBook {
    private static final String UNSEEN = """
            select s.subject, s.record from folds.said s where s.kind = ?
            and not exists (select from folds.seen k where k.person = ? and k.record = s.record)
            """;

    private final JdbcClient jdbc;
    private final Bulk bulk;

    SubjectBook(JdbcClient jdbc, Bulk bulk) {
        this.jdbc = jdbc;
        this.bulk = bulk;
    }

    /// A subject without its records.
    ///
    /// @param version another one after every change
    /// @param markings of all its records, each once
    record Outline(UUID subject, long version, List<Hash> markings) {}

    /// A record of a subject.
    ///
    /// @param version another one whenever the record was changed
    record Said(UUID record, UUID subject, Hash marking, long version) {}

    /// What a record says now.
    record Telling(UUID record, UUID subject, Hash marking) {}

    /// One change after the other, until the transaction ends.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('renkei.folds'))").query(row -> {});
    }

    Optional<Integer> rules(String kind) {
        return jdbc.sql("select version from folds.rules where kind = ?")
                .param(kind)
                .query(Integer.class)
                .optional();
    }

    /// Forgets everything of a kind, to be told anew by these rules.
    void clear(String kind, int rules) {
        jdbc.sql("delete from folds.said where kind = ?").param(kind).update();
        jdbc.sql("delete from folds.subject where kind = ?").param(kind).update();
        jdbc.sql("delete from folds.rules where kind = ?").param(kind).update();
        jdbc.sql("insert into folds.rules (kind, version) values (?, ?)")
                .params(kind, rules)
                .update();
    }

    List<Outline> list(String kind) {
        return jdbc.sql("select * from folds.subject where kind = ? order by subject")
                .param(kind)
                .query(SubjectBook::outline)
                .list();
    }

    Optional<Outline> find(String kind, UUID subject) {
        return jdbc.sql("select * from folds.subject where kind = ? and subject = ?")
                .params(kind, subject)
                .query(SubjectBook::outline)
                .optional();
    }

    private static Outline outline(ResultSet row, int number) throws SQLException {
        var markings = new ArrayList<Hash>();
        var joined = ByteBuffer.wrap(row.getBytes("markings"));
        while (joined.hasRemaining()) {
            var one = new byte[Hash.LENGTH];
            joined.get(one);
            markings.add(Hash.of(one));
        }
        return new Outline(uuid(row, "subject"), row.getLong("version"), markings);
    }

    /// The records of these subjects.
    List<Said> said(String kind, Collection<UUID> subjects) {
        return bulk.query(
                "select * from folds.said where subject = any(?) and kind = ?",
                (row, number) -> new Said(
                        uuid(row, "record"),
                        uuid(row, "subject"),
                        Hash.of(row.getBytes("marking")),
                        row.getLong("version")),
                Column.uuids(subjects),
                kind);
    }

    /// The subjects that these records spoke of when they were last read.
    Set<UUID> subjectsOf(String kind, Collection<UUID> records) {
        return new HashSet<>(bulk.query(
                "select distinct subject from folds.said where record = any(?) and kind = ?",
                (row, number) -> uuid(row, "subject"),
                Column.uuids(records),
                kind));
    }

    /// Of which subjects these records spoke, for when they speak of nothing any more. To be called before
    /// [#unsay].
    void stood(String kind, Collection<UUID> records) {
        bulk.update("""
                insert into folds.stood (record, kind, subject)
                select record, kind, subject from folds.said where record = any(?) and kind = ?
                on conflict (record) do update set kind = excluded.kind, subject = excluded.subject
                """, Column.uuids(records), kind);
    }

    /// The same where it is read anew.
    void stood(String kind, Map<UUID, UUID> subjects) {
        var records = List.copyOf(subjects.keySet());
        bulk.update(
                """
                insert into folds.stood (record, kind, subject) select n.record, ?, n.subject
                from unnest(?, ?) n (record, subject) on conflict (record) do nothing
                """,
                kind,
                Column.uuids(records),
                Column.uuids(records.stream().map(subjects::get).toList()));
    }

    /// These speak again.
    void stand(Collection<UUID> records) {
        bulk.update("delete from folds.stood where record = any(?)", Column.uuids(records));
    }

    /// The records that once spoke of a subject and were taken back.
    List<UUID> listStood(String kind, UUID subject) {
        return bulk.query(
                "select record from folds.stood where kind = ? and subject = ? order by record",
                (row, number) -> uuid(row, "record"),
                kind,
                subject);
    }

    /// Takes back what these records said.
    void unsay(String kind, Collection<UUID> records) {
        bulk.update("delete from folds.said where record = any(?) and kind = ?", Column.uuids(records), kind);
    }

    void say(String kind, Collection<Telling> tellings) {
        if (tellings.isEmpty()) {
            return;
        }
        bulk.update(
                """
                insert into folds.said (record, kind, subject, marking, version)
                select n.record, ?, n.subject, n.marking, nextval('folds.version')
                from unnest(?, ?, ?) n (record, subject, marking)
                on conflict (record) do update set kind = excluded.kind, subject = excluded.subject,
                marking = excluded.marking, version = excluded.version
                """,
                kind,
                Column.uuids(tellings.stream().map(Telling::record).toList()),
                Column.uuids(tellings.stream().map(Telling::subject).toList()),
                Column.bytes(tellings.stream().map(one -> one.marking().bytes()).toList()));
    }

    /// These subjects have changed: their outlines are made anew from their records.
    void outline(String kind, Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        bulk.update("delete from folds.subject where subject = any(?) and kind = ?", Column.uuids(subjects), kind);
        bulk.update("""
                insert into folds.subject (kind, subject, version, markings)
                select kind, subject, nextval('folds.version'), string_agg(marking, ''::bytea order by marking)
                from (select distinct kind, subject, marking from folds.said where subject = any(?) and kind = ?) s
                group by kind, subject
                """, Column.uuids(subjects), kind);
    }

    /// What a person has not seen of a kind.
    Unseen unseen(String kind, String person) {
        return unseen(jdbc.sql(UNSEEN).params(kind, person));
    }

    Unseen unseen(String kind, String person, UUID subject) {
        return unseen(jdbc.sql(UNSEEN + "and s.subject = ?").params(kind, person, subject));
    }

    private static Unseen unseen(StatementSpec query) {
        var bySubject = new HashMap<UUID, Set<UUID>>();
        query.query(row -> {
            bySubject
                    .computeIfAbsent(uuid(row, "subject"), key -> new HashSet<>())
                    .add(uuid(row, "record"));
        });
        return new Unseen(bySubject);
    }

    void see(String person, Collection<UUID> records, Instant now) {
        bulk.update("""
                insert into folds.seen (person, record, seen_at) select ?, r, ? from unnest(?) r on conflict do nothing
                """, person, now.atOffset(ZoneOffset.UTC), Column.uuids(records));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }
}
