package org.renkei.folds;

import java.util.UUID;
import org.renkei.kernel.label.Label;

/// One of the records that something is folded from, as somebody sees it.
///
/// @param label over all its portions
/// @param own whether it is a record of this nation that is seen as it is stored, so that its decisions may be
/// shown
public record Part<S>(UUID record, S said, Label label, boolean own) {}
