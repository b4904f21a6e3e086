package org.renkei.release;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.party.PartyRegister;
import org.renkei.records.Records;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes agreements, and in the same transaction decides again what was released under them: what may no longer be
/// held
/// is recalled, what may now be held is released.
@Service
public class AgreementDesk {
    private static final int PAGE = 500;

    private final PartyRegister register;
    private final Records records;
    private final Settlement settlement;
    private final Decisions decisions;
    private final AuditLog audit;

    AgreementDesk(PartyRegister register, Records records, Settlement settlement, Decisions decisions, AuditLog audit) {
        this.register = register;
        this.records = records;
        this.settlement = settlement;
        this.decisions = decisions;
        this.audit = audit;
    }

    /// What may be done to an agreement.
    public enum Act {
        SUSPEND,
        RESUME,
        END
    }

    /// The agreement as it now stands, and for each party how many records were recalled or narrowed, and released.
    public record Outcome(Agreement agreement, Map<String, Integer> recalled, Map<String, Integer> released) {}

    /// @param from the first day on which it holds; decisions of today follow at once when it has come
    @Transactional
    public Outcome change(String id, Act act, LocalDate from, String reason, String actor) {
        decisions.lock();
        var agreement = switch (act) {
            case SUSPEND -> register.suspend(id, from, reason, actor);
            case RESUME -> register.resume(id, from, reason, actor);
            case END -> register.end(id, from, reason, actor);
        };
        var outcome = new Outcome(agreement, new TreeMap<>(), new TreeMap<>());
        decideAgain(outcome, actor);
        return outcome;
    }

    private void decideAgain(Outcome outcome, String actor) {
        var rulebook = register.rulebook();
        var after = 0L;
        for (var page = records.listOwnCurrent(after, PAGE); !page.isEmpty(); ) {
            for (var record : page) {
                after = record.seq();
                var content = record.content();
                if (content != null) {
                    var changed = settlement.settleAgain(content, rulebook, actor);
                    changed.forEach(one -> count(outcome, one));
                    audit.append(changed.stream()
                            .<AuditEvent>map(Settlement.Settled::event)
                            .toList());
                }
            }
            page = records.listOwnCurrent(after, PAGE);
        }
    }

    private static void count(Outcome outcome, Settlement.Settled settled) {
        var party = settled.decision().party();
        switch (settled.effect()) {
            case NOTHING -> {}
            case RELEASED -> outcome.released().merge(party, 1, Integer::sum);
            case NARROWED, RECALLED -> outcome.recalled().merge(party, 1, Integer::sum);
        }
    }
}
