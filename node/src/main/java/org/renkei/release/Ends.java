package org.renkei.release;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.audit.AuditLog;
import org.renkei.database.Bulk;
import org.renkei.kernel.release.Decision;
import org.renkei.release.Settlement.Occasion;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Ends releases whose time has come: whoever holds such a record gives it back, and for everybody else it is
/// withheld from then on. The record itself stays with its origin; a new revision with a later end, or none,
/// releases it again.
@Component
class Ends {
    private static final String CUTS = "ended";
    private static final int PAGE = 500;

    private final Bulk bulk;
    private final Settlement settlement;
    private final Decisions decisions;
    private final AuditLog audit;
    private final Clock clock;
    private final JsonMapper json;
    private final String actor;

    Ends(
            Bulk bulk,
            Settlement settlement,
            Decisions decisions,
            AuditLog audit,
            Clock clock,
            JsonMapper json,
            NodeSettings settings) {
        this.bulk = bulk;
        this.settlement = settlement;
        this.decisions = decisions;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
        this.actor = settings.node().toString();
    }

    /// True when there may be more to end.
    @Transactional
    public boolean endNext() {
        if (due().isEmpty()) {
            return false;
        }
        decisions.lock();
        var due = due();
        due.forEach((party, revisions) -> {
            var settled = settlement.withdraw(revisions, verdict(party), Occasion.CHANGED_FACTS);
            audit.append(settled.stream()
                    .map(one -> one.event(actor, "release-ended"))
                    .toList());
        });
        return !due.isEmpty();
    }

    private Map<String, Map<UUID, Integer>> due() {
        var due = new LinkedHashMap<String, Map<UUID, Integer>>();
        bulk.query(
                """
                select r.id, r.revision, h.party from records.record r join release.held h on h.record = r.id
                where r.own and r.state = 'current' and r.until <= ? and h.cuts <> ? order by h.party, r.until limit ?
                """,
                (row, number) -> due.computeIfAbsent(row.getString("party"), party -> new LinkedHashMap<>())
                        .put(Objects.requireNonNull(row.getObject("id", UUID.class)), row.getInt("revision")),
                clock.instant().atOffset(ZoneOffset.UTC),
                CUTS,
                PAGE);
        return due;
    }

    private Verdict verdict(String party) {
        var line = new Explanation.Line(
                "release-ended",
                false,
                null,
                null,
                "the release ended at the time its author set",
                "作成者が定めた期限に開示が終了しました",
                "write a revision with a later end, or with none",
                "より後の期限、または期限なしの版を書いてください");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var decision = new Decision.Withheld(party, today, List.of());
        return Verdict.of(decision, new Explanation(List.of(line)), json).cutAs(CUTS);
    }
}
