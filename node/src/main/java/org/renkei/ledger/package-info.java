/// For each partner the ledger of what was released to it: dense positions, Merkle tree, signed checkpoints,
/// and how far the partner has confirmed.
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"database", "keys", "settings", "problem"})
@NullMarked
package org.renkei.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
