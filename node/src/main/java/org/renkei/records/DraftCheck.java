package org.renkei.records;

import java.security.Principal;
import java.util.List;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.problem.Problem.FieldError;

/// What another module has to say about the body of a draft before it may be written.
public interface DraftCheck {
    /// Every mistake, with places that begin with `/body`.
    ///
    /// @param kind the kind of record it is meant for
    /// @param writer who wants to write it
    List<FieldError> check(String kind, CborMap body, Principal writer);
}
