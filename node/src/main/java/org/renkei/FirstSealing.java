package org.renkei;

import java.util.EnumSet;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.database.RowSeals;
import org.renkei.database.SealedRows;
import org.renkei.database.SealedTable;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What a node does once, before it writes anything, when it has no key yet to seal rows with, or not yet for some
/// table:
/// the rows it already has are sealed as they are. The key is kept after that, so that it begins anew if it was
/// interrupted.
@Component
class FirstSealing {
    private static final Logger LOG = LoggerFactory.getLogger(FirstSealing.class);

    private final RowSeals seals;
    private final SealedRows rows;
    private final AuditLog audit;
    private final NodeSettings settings;
    private final TransactionTemplate transaction;

    FirstSealing(
            RowSeals seals, SealedRows rows, AuditLog audit, NodeSettings settings, TransactionTemplate transaction) {
        this.seals = seals;
        this.rows = rows;
        this.audit = audit;
        this.settings = settings;
        this.transaction = transaction;
    }

    void run() {
        var tables = seals.isFresh() ? EnumSet.allOf(SealedTable.class) : seals.missing();
        if (tables.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            var count = rows.sealAll(tables);
            if (count > 0) {
                LOG.warn("{} rows are sealed with a new key, as they were found", count);
                audit.record(
                        new AuditEvent(settings.node().toString(), "rows-sealed", null, null, Map.of("count", count)));
            }
        });
        seals.keep();
    }
}
