/// The audit log: who did and decided what, appended before anything is answered, provable by Merkle checkpoints. If an
/// append fails, the transaction it belongs to fails with it, and nothing is stored or sent.
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"database", "keys", "settings", "problem", "jobs"})
@NullMarked
package org.renkei.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
