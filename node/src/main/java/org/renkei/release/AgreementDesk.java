package org.renkei.release;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.party.PartyRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Changes agreements. The change commits first, and from that moment nothing that was released under the agreement
/// as it stood leaves any more; then everything is decided again ([Redecisions]).
@Service
public class AgreementDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PartyRegister register;
    private final Redecisions redecisions;
    private final Decisions decisions;
    private final TransactionTemplate transaction;

    AgreementDesk(
            PartyRegister register,
            Redecisions redecisions,
            Decisions decisions,
            PlatformTransactionManager transactions) {
        this.register = register;
        this.redecisions = redecisions;
        this.decisions = decisions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// What may be done to an agreement.
    public enum Act {
        SUSPEND,
        RESUME,
        END
    }

    /// The agreement as it now stands, and for each party how many records were recalled or narrowed, and
    /// released. Where that takes longer than half a minute it goes on, and the counts are of what was done so
    /// far.
    public record Outcome(Agreement agreement, Map<String, Integer> recalled, Map<String, Integer> released) {}

    /// @param from the first day on which it holds; decisions of today follow at once when it has come
    public Outcome change(String id, Act act, LocalDate from, String reason, String actor) {
        var counts = new Redecisions.Counts();
        var agreement = transaction.execute(status -> {
            decisions.lock();
            var changed = switch (act) {
                case SUSPEND -> register.suspend(id, from, reason, actor);
                case RESUME -> register.resume(id, from, reason, actor);
                case END -> register.end(id, from, reason, actor);
            };
            redecisions.check(id, actor);
            return changed;
        });
        redecisions.work(counts, PATIENCE);
        return new Outcome(agreement, counts.recalled(), counts.released());
    }
}
