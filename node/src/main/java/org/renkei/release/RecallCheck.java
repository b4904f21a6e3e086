package org.renkei.release;

import java.util.List;
import java.util.UUID;
import org.renkei.problem.Problem.FieldError;

/// What another module has to say against taking back a record of this node. It is asked in the transaction of the
/// recall, before anything changes.
public interface RecallCheck {
    /// Every reason why it stays; none where it may be taken back.
    List<FieldError> against(UUID record, String kind);
}
