/// The relief desk: what the nations report of places, what is needed and offered, and who serves what. All
/// of it are records released like any other; the board is folded from those that the caller sees
/// ([BoardFold][org.renkei.kernel.relief.BoardFold]), and nothing is kept beside them. Convoys and sorties are
/// folded from statements of the kind `move-statement`
/// ([MoveFold][org.renkei.kernel.relief.moves.MoveFold]), once for all who see the same. Who could serve what
/// is proposed by a solver ([Matcher][org.renkei.matching.Matcher]) and said by nobody but a person.
@ApplicationModule(
        displayName = "relief desk",
        allowedDependencies = {
            "audit",
            "folds",
            "identity",
            "party",
            "problem",
            "records",
            "release",
            "settings",
            "sight"
        })
@NullMarked
package org.renkei.relief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
