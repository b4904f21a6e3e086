package org.renkei.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    /// @param files of it that say so themselves
    public record Hit(RecordView record, List<Piece> passages, List<File> files) {}

    public record File(String name, String sha256, List<Piece> passages) {}

    /// @param marks where each word begins and ends in the text, in UTF-16 units
    /// @param page of a file that has pages, from 1; else null
    public record Piece(
            String text,
            List<List<Integer>> marks,
            @Nullable Integer page) {}

    public record Progress(boolean complete, long done, long of) {}
}
