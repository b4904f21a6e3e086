package org.renkei.sight;

import org.renkei.records.StoredRecord;

/// A record as a viewer sees it: its content, number and time are those of the form that is seen. Where only
/// the fact is seen that there was a record, the content is null.
///
/// @param whole whether this is the stored record itself, so that its decisions may be shown and it may be
/// revised
public record Seen(StoredRecord record, boolean whole) {}
