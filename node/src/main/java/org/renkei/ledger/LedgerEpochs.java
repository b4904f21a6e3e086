package org.renkei.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The epochs of each ledger. A ledger of which two histories were given out, because two copies of this node ran, ends
/// there: no protocol may choose between them. An administrator may open a new epoch, which goes on from the history
/// that the partner holds, so that its tree is the link: what this node gave out otherwise is withdrawn, and what only
/// it says follows behind under new positions.
@Service
public class LedgerEpochs {
    /// The `AuditEvent` of one that is opened, written in the same transaction.
    public static final String OPENED = "ledger-epoch-opened";

    private final Ledgers ledgers;
    private final JdbcClient jdbc;
    private final SealedRows rows;
    private final Clock clock;

    LedgerEpochs(Ledgers ledgers, JdbcClient jdbc, SealedRows rows, Clock clock) {
        this.ledgers = ledgers;
        this.jdbc = jdbc;
        this.rows = rows;
        this.clock = clock;
    }

    /// One epoch after the first, which has no row.
    ///
    /// @param base entries that both histories are known to share
    /// @param withdrawn entries this node had given out, with their root; those behind `base` are withdrawn
    /// @param settledSize what the partner held when both met again, null before
    public record Epoch(
            int number,
            Instant openedAt,
            String openedBy,
            String reason,
            long base,
            long withdrawn,
            Hash withdrawnRoot,
            @Nullable Instant settledAt,
            @Nullable Long settledSize,
            @Nullable Hash settledRoot) {}

    @Transactional(readOnly = true)
    public List<Epoch> list(String party) {
        return jdbc.sql("select * from ledger.epoch where party = ? order by number")
                .param(party)
                .query((row, number) -> {
                    var at = row.getObject("settled_at", OffsetDateTime.class);
                    var root = row.getBytes("settled_root");
                    return new Epoch(
                            row.getInt("number"),
                            row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                            String.valueOf(row.getString("opened_by")),
                            String.valueOf(row.getString("reason")),
                            row.getLong("base"),
                            row.getLong("withdrawn"),
                            Hash.of(row.getBytes("withdrawn_root")),
                            at == null ? null : at.toInstant(),
                            at == null ? null : row.getLong("settled_size"),
                            root == null ? null : Hash.of(root));
                })
                .list();
    }

    /// Opens the next epoch: from now on this node asks the partner for all that it holds behind the common
    /// part before it sends anything. What the partner last confirmed is that part. Where it is not, because
    /// entries were changed here, or where an epoch that began there met another fork, the whole ledger
    /// comes back.
    @Transactional(propagation = Propagation.MANDATORY)
    public Epoch open(String party, String actor, String reason) {
        var state = ledgers.state(party);
        var before = list(party);
        var again = !before.isEmpty() && before.getLast().settledAt() == null;
        if (again && before.getLast().base() == 0) {
            throw new Problem(
                    Category.CONFLICT,
                    "epoch " + before.getLast().number() + " waits for " + party
                            + ": its whole copy is asked for as soon as both nodes meet",
                    "第 " + before.getLast().number() + " 期は " + party + " との接続を待っています。接続し次第、相手の写しをすべて求めます");
        }
        var isShared = !again && root(party, state.acknowledged()).equals(state.acknowledgedRoot());
        var base = isShared ? state.acknowledged() : 0;
        var shared = isShared ? state.acknowledgedRoot() : Hash.ofEmptyTree();
        var epoch = new Epoch(
                before.size() + 2,
                clock.instant(),
                actor,
                reason,
                base,
                state.signed(),
                root(party, state.signed()),
                null,
                null,
                null);
        ledgers.giveUp(party, base, shared);
        insert(party, epoch);
        return epoch;
    }

    private Hash root(String party, long size) {
        try {
            return ledgers.root(party, size);
        } catch (IllegalStateException e) {
            throw new Problem(
                    Category.CONFLICT,
                    "the ledger for " + party + " was changed after it was written (" + e.getMessage()
                            + "): put the node back from a backup first",
                    party + " の開示台帳が書き込み後に改変されています。先にバックアップから復元してください");
        }
    }

    /// The partner has said what it holds, and this node has it too.
    @Transactional
    public void met(String party, long size, Hash root) {
        rows.seal(
                SealedTable.EPOCH,
                jdbc.sql("""
                update ledger.epoch set settled_at = ?, settled_size = ?, settled_root = ?
                where party = ? and settled_at is null returning *
                """)
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .param(size)
                        .param(root.bytes())
                        .param(party));
    }

    private void insert(String party, Epoch epoch) {
        rows.seal(
                SealedTable.EPOCH,
                jdbc.sql("""
                insert into ledger.epoch (party, number, opened_at, opened_by, reason, base, withdrawn, withdrawn_root)
                values (?, ?, ?, ?, ?, ?, ?, ?) returning *
                """)
                        .param(party)
                        .param(epoch.number())
                        .param(epoch.openedAt().atOffset(ZoneOffset.UTC))
                        .param(epoch.openedBy())
                        .param(epoch.reason())
                        .param(epoch.base())
                        .param(epoch.withdrawn())
                        .param(epoch.withdrawnRoot().bytes()));
    }
}
