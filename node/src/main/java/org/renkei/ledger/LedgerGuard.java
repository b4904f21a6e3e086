package org.renkei.ledger;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Stands before everything that leaves a ledger: nothing is signed over one that was changed after it was written, and
/// that something is given out is durable before anybody sees it.
@Service
public class LedgerGuard {
    private final LedgerEntries entries;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate ownTransaction;
    /// Ledgers that were changed; null until all have been looked through once.
    private volatile @Nullable Set<String> refused;
    /// What this process knows to be durably noted as given out.
    private final Map<String, Long> givenOut = new ConcurrentHashMap<>();

    LedgerGuard(LedgerEntries entries, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.events = events;
        this.ownTransaction = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    /// All ledgers have been looked through. Nothing is signed any more over these, which were changed after they
    /// were written, and over all others as ever. Before the first look nothing is signed over any: what was
    /// changed while the node was away is not known yet.
    public void refuseToSign(Set<String> changed) {
        var before = refused == null ? Set.<String>of() : refused;
        refused = Set.copyOf(changed);
        changed.stream()
                .filter(party -> !before.contains(party))
                .forEach(party -> events.publishEvent(new LedgerJudged(party, true)));
        before.stream()
                .filter(party -> !changed.contains(party))
                .forEach(party -> events.publishEvent(new LedgerJudged(party, false)));
    }

    /// Whether nothing is signed over a ledger because it was changed after it was written.
    public boolean isChanged(String party) {
        var known = refused;
        return known != null && known.contains(party);
    }

    void requireUnchanged(String party) {
        var known = refused;
        if (known == null) {
            throw new Problem(
                    Category.UNAVAILABLE,
                    "the ledgers are being looked through since the start; before that nothing is signed over them",
                    "起動後の開示台帳の検査が終わっていません。終わるまで署名も送信もしません");
        }
        if (known.contains(party)) {
            throw changed(party);
        }
    }

    /// Notes durably, whatever becomes of the caller's transaction, that so many entries are given out.
    void giveOut(String party, long size) {
        requireUnchanged(party);
        if (givenOut.getOrDefault(party, 0L) < size) {
            var sound = ownTransaction.execute(status -> entries.raiseSigned(party, size));
            if (!Boolean.TRUE.equals(sound)) {
                throw changed(party);
            }
            givenOut.merge(party, size, Math::max);
        }
    }

    /// The end of the ledger is another one now.
    void forget(String party) {
        givenOut.remove(party);
    }

    static Problem changed(String party) {
        return new Problem(
                Category.CONFLICT,
                "the ledger for " + party + " was changed after it was written; no checkpoint is signed over it",
                party + " の開示台帳が書き込み後に改変されているため、検証点に署名しません");
    }
}
