package org.renkei.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.link.LinkProblem;
import org.renkei.ledger.LedgerEpochs;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Ends a fork by the decision of an administrator: the ledger for a partner goes on from what the partner holds.
@Service
public class EpochDesk {
    private static final int LONGEST_REASON = 500;

    private final Links links;
    private final LedgerEpochs epochs;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    EpochDesk(Links links, LedgerEpochs epochs, AuditLog audit, PlatformTransactionManager transactions) {
        this.links = links;
        this.epochs = epochs;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @throws Problem where there is no such link, where it shows no fork, or without a reason
    public void open(String party, String reason, String actor) {
        var link = links.list().stream()
                .filter(one -> one.partner().key().equals(party))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(Category.NOT_FOUND, "there is no link to '" + party + "'", party + " との接続はありません"));
        var why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Problem(
                    Category.UNPROCESSABLE,
                    "say in 1 to " + LONGEST_REASON
                            + " characters why this node has two histories and which copy was stopped",
                    "二つの履歴が生じた理由と停止した複製を 1〜" + LONGEST_REASON + " 字で記入してください");
        }
        if (!isForked(link)) {
            throw new Problem(
                    Category.CONFLICT,
                    "the link to " + party + " shows no fork: there is nothing to mend by a new epoch",
                    party + " との接続に履歴の分岐はありません。新しい期を開く必要はありません");
        }
        try {
            link.alone(() -> transaction.execute(status -> openOnRecord(party, actor, why)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private LedgerEpochs.Epoch openOnRecord(String party, String actor, String reason) {
        var epoch = epochs.open(party, actor, reason);
        audit.record(new AuditEvent(
                actor,
                LedgerEpochs.OPENED,
                null,
                party,
                Map.of(
                        "epoch", epoch.number(),
                        "from", epoch.base() + 1,
                        "withdrawn", epoch.withdrawn(),
                        "root", epoch.withdrawnRoot().hex(),
                        "reason", reason)));
        return epoch;
    }

    /// Whether both sides met with two histories of one of their ledgers, and have not met otherwise since.
    static boolean isForked(Link link) {
        return link.status().problem() == LinkProblem.FORK;
    }
}
