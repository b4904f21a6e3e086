package org.renkei.folds;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.renkei.kernel.record.SharedRecord;

/// How records of one kind are read and put together.
///
/// @param <S> what one record says
/// @param <F> what follows from all that is said of a subject, whatever the order in which it is given
public interface Folding<S, F> {
    /// Of the records.
    String kind();

    /// The next number whenever the same record comes to another subject, or to none.
    int rules();

    /// Empty for what cannot be read.
    Optional<S> read(SharedRecord content);

    /// Of what it speaks.
    UUID subject(S said);

    F fold(UUID subject, List<Part<S>> parts);
}
