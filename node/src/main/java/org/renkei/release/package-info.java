/// Decides for every party what it gets of a record, keeps the decisions with their reasons, and puts what
/// leaves into the partners' ledgers: all in the transaction that stores the record and appends to the audit
/// log.
@ApplicationModule(
        displayName = "Release",
        allowedDependencies = {
            "audit",
            "database",
            "identity",
            "party",
            "records",
            "sight",
            "telemetry",
            "ledger",
            "keys",
            "settings",
            "problem"
        })
@NullMarked
package org.renkei.release;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
