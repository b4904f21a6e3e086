package org.renkei.search;

import java.util.List;
import org.renkei.records.RecordView;

/// What was found, of what the caller sees.
///
/// @param total of all that was found, not only of this page
/// @param more whether there may be older ones that were not looked at, since a search ends at some
/// point
/// @param index how far the index has come since the node started
public record SearchView(
        int total, boolean more, List<Count> kinds, List<Count> parties, List<Hit> hits, Progress index) {

    public record Count(String code, int count) {}

    /// @param passages where it says so
    public record Hit(RecordView record, List<Piece> passages) {}

    /// @param marks where each word begins and ends in the text, in UTF-16 units
    public record Piece(String text, List<List<Integer>> marks) {}

    public record Progress(boolean complete, long done, long of) {}
}
