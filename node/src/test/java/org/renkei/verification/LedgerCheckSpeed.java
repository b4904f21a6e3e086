package org.renkei.verification;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedTable;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.NodeId;
import org.renkei.kernel.record.Precedence;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.ledger.Ledgers.Draft;
import org.renkei.testing.TestFederation;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long a look through a ledger of 100,000 entries takes, and how much of it is the seals. Run by name,
/// `-Dtest=LedgerCheckSpeed`.
class LedgerCheckSpeed {
    private static final int ENTRIES = 100_000;
    private static final int BATCH = 5_000;

    @TempDir
    static Path folder;

    @Test
    void aLookThroughALedger() throws IOException {
        try (var federation = new TestFederation(folder, "JPN", "USA")) {
            var node = federation.node("JPN");
            var transaction = new TransactionTemplate(node.bean(PlatformTransactionManager.class));
            var drafts = new ArrayList<Draft>();
            for (var n = 0; n < BATCH; n++) {
                var record = UUID.randomUUID();
                drafts.add(new Draft(Precedence.ROUTINE, position -> new LedgerEntry.Recall(position, record)));
            }
            var began = System.nanoTime();
            for (var n = 0; n < ENTRIES / BATCH; n++) {
                transaction.executeWithoutResult(
                        status -> node.bean(Ledgers.class).appendAll("USA", drafts));
            }
            System.out.printf(Locale.ROOT, "SPEED written: %.2f s%n", since(began));
            var seals = node.bean(RowSeals.class);
            var verifying = new Verifying(
                    node.database(),
                    NodeId.parse("JPN/test"),
                    node.bean(OwnKeys.class)::verify,
                    node.bean(Partners.class),
                    seals);
            for (var n = 0; n < 5; n++) {
                began = System.nanoTime();
                var parts = verifying.ledgers();
                var whole = since(began);
                began = System.nanoTime();
                var fitting = Objects.requireNonNull(transaction.execute(status -> node.database()
                        .sql("select * from ledger.entry")
                        .query((ResultSet row, int number) -> seals.fits(SealedTable.ENTRY, row))
                        .list()));
                var sealed = since(began);
                began = System.nanoTime();
                var read = Objects.requireNonNull(transaction.execute(status -> node.database()
                        .sql("select * from ledger.entry")
                        .query((ResultSet row, int number) -> row.getBytes("bytes"))
                        .list()));
                System.out.printf(
                        Locale.ROOT,
                        "SPEED look: %.2f s for %d rows, of it seals %.2f s (%d, %d)%n",
                        whole,
                        parts.getFirst().rows(),
                        sealed - since(began),
                        fitting.size(),
                        read.size());
            }
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
