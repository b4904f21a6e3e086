/// Looks through everything that was sealed, the audit log, the ledgers for partners and the copies of theirs,
/// and names whatever was changed since. On what was changed nothing is signed any more.
@ApplicationModule(
        displayName = "Verification",
        allowedDependencies = {"audit", "database", "keys", "ledger", "problem", "settings"})
@NullMarked
package org.renkei.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
