/// The commitments desk: what nations promised one another at which meeting, and where it stands. A statement
/// on a commitment is a record of the kind `commitment-statement`, released like any other; a commitment is
/// folded from the statements that the caller sees
/// ([CommitmentFold][org.renkei.kernel.commitments.CommitmentFold]), once for all who see the same.
@ApplicationModule(
        displayName = "commitments desk",
        allowedDependencies = {"folds", "identity", "party", "problem", "records", "release", "settings", "sight"})
@NullMarked
package org.renkei.commitments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
