package org.renkei;

import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.AuditSeals;
import org.renkei.audit.Cosignatures;
import org.renkei.backup.RestoredMark;
import org.renkei.identity.Entrances;
import org.renkei.ledger.Ledgers;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What must happen once, before a node that was restored from a backup does anything else: what it gave out and
/// who was turned away since the backup, it does not know.
@Component
class AfterRestore {
    private static final Logger LOG = LoggerFactory.getLogger(AfterRestore.class);

    private final NodeSettings settings;
    private final Ledgers ledgers;
    private final Entrances entrances;
    private final AuditLog audit;
    private final AuditSeals seals;
    private final Cosignatures cosignatures;
    private final TransactionTemplate transaction;

    AfterRestore(
            NodeSettings settings,
            Ledgers ledgers,
            Entrances entrances,
            AuditLog audit,
            AuditSeals seals,
            Cosignatures cosignatures,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.ledgers = ledgers;
        this.entrances = entrances;
        this.audit = audit;
        this.seals = seals;
        this.cosignatures = cosignatures;
        this.transaction = transaction;
    }

    void run() {
        RestoredMark.find(settings).ifPresent(mark -> {
            seals.cameBackOlder();
            cosignatures.supersede(audit.sizeAtStart());
            transaction.executeWithoutResult(status -> {
                ledgers.mustMeetAll();
                entrances.closeAll();
                audit.record(new AuditEvent(
                        settings.node().toString(),
                        "restored",
                        null,
                        null,
                        Map.of(
                                "backup", mark.name(),
                                "made", mark.from().toString(),
                                "entries", audit.sizeAtStart(),
                                "until",
                                        mark.until() == null ? "" : mark.until().toString())));
            });
            LOG.warn(
                    "this node was restored from {}: all sessions are ended, and it asks its partners first",
                    mark.name());
            RestoredMark.remove(settings);
        });
    }
}
