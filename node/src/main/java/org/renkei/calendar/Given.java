package org.renkei.calendar;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.renkei.kernel.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What was given out to whom by which calendar.
@Repository
class Given {
    private final JdbcClient jdbc;

    Given(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        GIVEN,
        CANCELLED,
        /// Over so long that it stands in the calendar no more.
        PAST;

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param sequence raised with every change (RFC 5545 §3.8.7.4)
    /// @param changed when it last changed for this person
    record Row(String uid, int sequence, Hash digest, Instant starts, boolean allDay, State state, Instant changed) {
        Row next(State after, Hash with, Instant begins, boolean day, Instant now) {
            return new Row(uid, sequence + 1, with, begins, day, after, now);
        }

        Row as(State after, Instant now) {
            return next(after, digest, starts, allDay, now);
        }
    }

    /// Others who fetch the same calendar of the same person wait until this transaction is over.
    void lock(String person, String name, Instant now) {
        jdbc.sql("""
                insert into calendar.feed (person, name, fetched_at) values (?, ?, ?)
                on conflict (person, name) do update set fetched_at = excluded.fetched_at
                """).params(person, name, now.atOffset(ZoneOffset.UTC)).update();
    }

    /// By their UID, in its order.
    Map<String, Row> list(String person, String name) {
        var rows = new LinkedHashMap<String, Row>();
        jdbc.sql("select * from calendar.given where person = ? and name = ? order by uid")
                .params(person, name)
                .query((row, number) -> new Row(
                        row.getString("uid"),
                        row.getInt("sequence"),
                        Hash.of(row.getBytes("digest")),
                        row.getObject("starts", OffsetDateTime.class).toInstant(),
                        row.getBoolean("all_day"),
                        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list()
                .forEach(one -> rows.put(one.uid(), one));
        return rows;
    }

    void keep(String person, String name, Row row) {
        jdbc.sql("""
                        insert into calendar.given
                            (person, name, uid, sequence, digest, starts, all_day, state, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (person, name, uid) do update set
                            sequence = excluded.sequence, digest = excluded.digest, starts = excluded.starts,
                            all_day = excluded.all_day, state = excluded.state, changed_at = excluded.changed_at
                        """)
                .params(
                        person,
                        name,
                        row.uid(),
                        row.sequence(),
                        row.digest().bytes(),
                        row.starts().atOffset(ZoneOffset.UTC),
                        row.allDay(),
                        row.state().text(),
                        row.changed().atOffset(ZoneOffset.UTC))
                .update();
    }
}
