package org.renkei.records;

import java.util.List;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;

/// What another module has to say about the body of a draft before it may be written.
public interface DraftCheck {
    /// Every mistake, with places that begin with `/body`.
    List<FieldError> check(CborMap body);
}
