/// What follows from many records of one subject, such as all statements in a case: which records belong
/// together is kept in the transaction that changes them, and what was folded from them is remembered while
/// nothing of it changes. A caller whom every record of a subject reaches as it is stored shares one fold with
/// all others who see the same; for everybody else it is folded from what they see.
@ApplicationModule(
        displayName = "Folds",
        allowedDependencies = {"database", "identity", "records", "sight"})
@NullMarked
package org.renkei.folds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
