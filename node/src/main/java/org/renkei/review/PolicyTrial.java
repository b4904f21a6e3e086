package org.renkei.review;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.database.Bulk;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.Resettling;
import org.renkei.review.PolicyEffects.Group;
import org.springframework.stereotype.Component;

/// Decides records as they would be decided under a proposed policy: by the rules and the gate themselves, writing
/// nothing.
@Component
class PolicyTrial {
    private static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Resettling resettling;
    private final ReviewGate gate;
    private final Records records;
    private final Bulk bulk;

    PolicyTrial(Resettling resettling, ReviewGate gate, Records records, Bulk bulk) {
        this.resettling = resettling;
        this.gate = gate;
        this.records = records;
        this.bulk = bulk;
    }

    /// @param released leave
    /// @param toOfficers wait for an officer
    record Tally(long released, long toOfficers) {
        static final Tally NOTHING = new Tally(0, 0);

        private static Tally of(Decision decision) {
            return new Tally(decision.leaves() ? 1 : 0, decision instanceof Decision.NeedsReview ? 1 : 0);
        }

        private Tally times(long count) {
            return new Tally(released * count, toOfficers * count);
        }

        Tally plus(Tally other) {
            return new Tally(released + other.released, toOfficers + other.toOfficers);
        }
    }

    /// What would become of records that the party holds nothing of. By the rules they fare alike, so that one of them
    /// tells of all, unless consents, rulings or what they refer to tell them apart.
    Tally of(Group group, ReleasePolicy proposed) {
        var example = contents(List.of(group.example()));
        if (example.isEmpty()) {
            return Tally.NOTHING;
        }
        var byRules = resettling.byRules(example, group.party()).getFirst();
        if (byRules instanceof Decision.Withheld) {
            return Tally.NOTHING;
        }
        var apart = group.ruled()
                || byRules instanceof Decision.NeedsReview
                || proposed.rules().stream().anyMatch(rule -> rule.cause() == Cause.EXERCISE_MIX);
        return apart ? each(group, proposed) : decide(example, group, proposed).times(group.count());
    }

    private Tally each(Group group, ReleasePolicy proposed) {
        var tally = Tally.NOTHING;
        for (var page = page(group, FIRST); !page.isEmpty(); page = page(group, page.getLast())) {
            tally = tally.plus(decide(contents(page), group, proposed));
        }
        return tally;
    }

    private Tally decide(List<SharedRecord> contents, Group group, ReleasePolicy proposed) {
        var ids = contents.stream().map(SharedRecord::id).toList();
        var round = gate.under(proposed, ids);
        var decisions = resettling.byRules(contents, group.party());
        var tally = Tally.NOTHING;
        for (var place = 0; place < contents.size(); place++) {
            var record = contents.get(place);
            var marking = Marking.of(record).digest();
            var answer = round.ask(record, marking, record.banner(), false, decisions.get(place));
            tally = tally.plus(Tally.of(answer.decision()));
        }
        return tally;
    }

    private List<SharedRecord> contents(List<UUID> ids) {
        return records.list(ids).stream()
                .map(StoredRecord::content)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private List<UUID> page(Group group, UUID after) {
        return bulk.query(
                """
                select r.id from release.held h join records.record r on r.id = h.record
                left join review.ruling g on g.record = h.record and g.party = h.party
                where h.party = ? and r.kind = ? and r.marking = ? and h.form is null and r.own
                    and r.state = 'current' and (g.record is not null) = ? and r.id > ?
                order by r.id limit ?
                """,
                (row, number) -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                group.party(),
                group.kind(),
                group.marking().bytes(),
                group.ruled(),
                after,
                PAGE);
    }
}
