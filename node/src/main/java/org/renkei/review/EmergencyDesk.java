package org.renkei.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.database.Bulk;
import org.renkei.identity.Caller;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.review.Ruling;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.Resettling;
import org.renkei.review.ReviewViews.Emergency;
import org.renkei.review.ReviewViews.Review;
import org.renkei.review.Rulings.Key;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Life at risk: one person releases at once what only waits for an officer, and a security officer looks at it
/// afterwards. What labels, agreements or an originator forbid, an emergency does not open.
@Service
public class EmergencyDesk {
    /// Within this time somebody has to look at an emergency release.
    static final Duration LOOKED_AT_WITHIN = Duration.ofHours(24);

    private final ReviewDesk desk;
    private final Items items;
    private final Rulings rulings;
    private final Records records;
    private final Resettling resettling;
    private final Showings showings;
    private final Bulk bulk;
    private final AuditLog audit;
    private final Clock clock;

    EmergencyDesk(
            ReviewDesk desk,
            Items items,
            Rulings rulings,
            Records records,
            Resettling resettling,
            Showings showings,
            Bulk bulk,
            AuditLog audit,
            Clock clock) {
        this.desk = desk;
        this.items = items;
        this.rulings = rulings;
        this.records = records;
        this.resettling = resettling;
        this.showings = showings;
        this.bulk = bulk;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Review release(UUID record, String party, String reason, Caller caller) {
        resettling.lock();
        var officer = caller.getName();
        var content =
                Optional.of(desk.own(record, caller)).map(StoredRecord::content).orElseThrow(ReviewDesk::noRecord);
        var item = items.findOpen(List.of(record)).get(new Key(record, party));
        if (item == null || !resettling.byRules(content, party).leaves()) {
            throw new Problem(
                    Category.CONFLICT,
                    "nothing of this record waits for an officer's word for " + party
                            + ": an emergency opens nothing that labels, agreements, an originator or the policy forbid",
                    "この記録に " + party + " への開示の審査待ちはありません。区分表示・協定・作成元・方針が禁じるものは、緊急でも開示できません");
        }
        var id = UUID.randomUUID();
        var now = clock.instant();
        bulk.update(
                "insert into review.emergency (id, record, party, person, reason, at, due_at) values (?, ?, ?, ?, ?, ?, ?)",
                id,
                record,
                party,
                officer,
                reason,
                now.atOffset(ZoneOffset.UTC),
                now.plus(LOOKED_AT_WITHIN).atOffset(ZoneOffset.UTC));
        audit.append(List.of(new AuditEvent(
                officer,
                "emergency-release",
                record,
                party,
                Map.of("emergency", id.toString(), "review", item.id().toString(), "reason", reason))));
        desk.decide(
                item,
                new Ruling(true, List.of(), Marking.of(content).digest()),
                List.of(officer),
                reason,
                true,
                officer);
        return desk.views(List.of(items.find(item.id()).orElseThrow())).getFirst();
    }

    /// Those that nobody has looked at first, then the newest.
    @Transactional
    public List<Emergency> list(Caller caller) {
        var seen = seen(caller);
        showings.note(
                caller, "emergencies", seen.stream().map(Emergency::record).toList());
        return seen;
    }

    /// The same, without a word in the audit log: whoever shows some of them notes these.
    List<Emergency> seen(Caller caller) {
        return bulk
                .query(
                        "select * from review.emergency order by reviewed_at is not null, at desc limit 500",
                        (row, number) -> read(row))
                .stream()
                .filter(emergency -> desk.sees(emergency.record(), caller))
                .toList();
    }

    /// Those whose time is over, which are noted as escalated by this.
    List<Emergency> escalate(Instant now) {
        return bulk.query(
                "update review.emergency set escalated_at = ? where reviewed_at is null and escalated_at is null"
                        + " and due_at <= ? returning *",
                (row, number) -> read(row),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /// A security officer's word afterwards; with `withdraw` the release is taken back.
    @Transactional
    public Emergency review(UUID id, String note, boolean withdraw, Caller caller) {
        resettling.lock();
        var officer = caller.getName();
        var emergency = find(id, caller);
        if (emergency.by().equals(officer)) {
            throw new Problem(
                    Category.CONFLICT,
                    "another person than who released it looks at an emergency release",
                    "緊急開示を行った本人は、事後の確認ができません");
        }
        if (emergency.reviewedBy() != null) {
            throw new Problem(
                    Category.CONFLICT,
                    emergency.reviewedBy() + " has looked at it already",
                    emergency.reviewedBy() + " が確認済みです");
        }
        var now = clock.instant();
        bulk.update(
                "update review.emergency set reviewed_by = ?, reviewed_at = ?, note = ?, withdrawn = ? where id = ?",
                officer,
                now.atOffset(ZoneOffset.UTC),
                note,
                withdraw,
                id);
        audit.append(List.of(new AuditEvent(
                officer,
                "emergency-reviewed",
                emergency.record(),
                emergency.party(),
                Map.of("emergency", id.toString(), "withdraw", withdraw, "note", note))));
        if (withdraw) {
            withdraw(emergency, note, officer, now);
        }
        return find(id, caller);
    }

    private void withdraw(Emergency emergency, String note, String officer, Instant now) {
        var key = new Key(emergency.record(), emergency.party());
        var content = content(emergency.record());
        if (content != null) {
            var ruling = new Ruling(false, List.of(), Marking.of(content).digest());
            rulings.put(new Rulings.Kept(key, ruling, List.of(officer), note, false, now));
            resettling.settle(List.of(emergency.record()), emergency.party(), false, officer);
        }
    }

    private Emergency find(UUID id, Caller caller) {
        return bulk.query("select * from review.emergency where id = ?", (row, number) -> read(row), id).stream()
                .filter(emergency -> desk.sees(emergency.record(), caller))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "there is no emergency release of that id", "その ID の緊急開示はありません"));
    }

    private @Nullable SharedRecord content(UUID record) {
        return records.find(record).map(StoredRecord::content).orElse(null);
    }

    private Emergency read(ResultSet row) throws SQLException {
        var record = Objects.requireNonNull(row.getObject("record", UUID.class));
        var content = content(record);
        var reviewed = row.getObject("reviewed_at", OffsetDateTime.class);
        return new Emergency(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                record,
                ReviewViews.title(content),
                content == null ? "" : content.banner().text(),
                row.getString("party"),
                row.getString("person"),
                row.getString("reason"),
                instant(row, "at"),
                instant(row, "due_at"),
                row.getObject("escalated_at") != null,
                row.getString("reviewed_by"),
                reviewed == null ? null : reviewed.toInstant(),
                row.getString("note"),
                row.getBoolean("withdrawn"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }
}
