package org.renkei.kernel.link;

import org.renkei.kernel.ledger.CheckpointVerdict;

/// Says whether a signed checkpoint is right and of the ledger of that name.
@FunctionalInterface
public interface CheckpointCheck {

    CheckpointVerdict verify(String signedText, String ledger);
}
