package org.renkei.records;

import java.security.Principal;
import org.renkei.problem.Problem;

/// Who may write which kinds of record, by whatever way they are brought. Most kinds are everybody's who may write
/// at all; a statement of a desk is for those who may speak at that desk.
public interface WritingRights {
    /// @throws Problem where the writer may not write records of this kind
    void requireWriting(String kind, Principal writer);

    /// @throws Problem where the writer may not take records of this kind back
    void requireRecall(String kind, Principal writer);

    /// Whether records of this kind are statements of a desk: a revision of one stays what it is.
    boolean isStatement(String kind);
}
