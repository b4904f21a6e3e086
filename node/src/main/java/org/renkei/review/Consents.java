package org.renkei.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.renkei.database.Bulk;
import org.renkei.database.Column;
import org.renkei.kernel.release.Consent;
import org.springframework.stereotype.Repository;

/// The consents of other nations, as their answers stand.
@Repository
class Consents {
    private final Bulk bulk;

    Consents(Bulk bulk) {
        this.bulk = bulk;
    }

    /// An answer to a request. The consent holds from a day (included) until a day (excluded).
    record Answer(UUID request, UUID answer, Consent consent, boolean granted) {}

    List<Answer> find(Collection<UUID> records) {
        return records.isEmpty()
                ? List.of()
                : bulk.query(
                        "select * from review.consent where granted and record = any(?)",
                        (row, number) -> read(row),
                        Column.uuids(records));
    }

    List<Answer> list(Collection<UUID> requests) {
        return requests.isEmpty()
                ? List.of()
                : bulk.query(
                        "select * from review.consent where request = any(?)",
                        (row, number) -> read(row),
                        Column.uuids(requests));
    }

    void put(Answer answer) {
        var consent = answer.consent();
        bulk.update(
                """
                insert into review.consent (request, nation, answer, record, revision, party, granted, from_day, until_day)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (request, nation) do update set answer = excluded.answer, granted = excluded.granted,
                    until_day = excluded.until_day, applied = false, ended = false
                """,
                answer.request(),
                consent.originator(),
                answer.answer(),
                consent.record(),
                consent.revision(),
                consent.recipient(),
                answer.granted(),
                consent.from(),
                consent.until());
    }

    /// The answer was taken back.
    void withdraw(UUID answer) {
        bulk.update("update review.consent set granted = false, applied = false where answer = ?", answer);
    }

    /// What is yet to follow from an answer, or from its end; noted as done by this.
    List<Answer> takeDue(LocalDate today) {
        return bulk.query("""
                update review.consent set applied = true, ended = until_day <= ?
                where not applied or granted and not ended and until_day <= ? returning *
                """, (row, number) -> read(row), today, today);
    }

    private static Answer read(ResultSet row) throws SQLException {
        return new Answer(
                uuid(row, "request"),
                uuid(row, "answer"),
                new Consent(
                        row.getString("nation"),
                        uuid(row, "record"),
                        row.getInt("revision"),
                        row.getString("party"),
                        day(row, "from_day"),
                        day(row, "until_day")),
                row.getBoolean("granted"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }
}
