package org.renkei.release;

import java.util.List;
import java.util.UUID;
import org.renkei.problem.Problem.FieldError;

/// What another module has to say against taking back, or writing over, a record of this node. It is asked
/// in the transaction that would do so, before anything changes.
public interface RecallCheck {
    /// Every reason why it stays; none where it may be taken back.
    List<FieldError> against(UUID record, String kind);

    /// What it has to say against a further revision of one: nothing where it does not say so.
    default List<FieldError> againstRevision(UUID record, String kind) {
        return List.of();
    }
}
