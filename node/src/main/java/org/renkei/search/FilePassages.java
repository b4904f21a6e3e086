package org.renkei.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.Attachment;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.search.Passages.Passage;

/// Where records and their files say what is looked for. Of long texts it reads as far as one answer has
/// time for: beyond, a file is named without a passage.
final class FilePassages {
    private static final int MOST_OF_A_FILE = 2;
    private static final int AT_ONCE = 4_000;

    private final Passages passages;
    private final SearchIndex.Reading reading;
    private int left = 1_000_000;

    FilePassages(Passages passages, SearchIndex.Reading reading) {
        this.passages = passages;
        this.reading = reading;
    }

    /// @param text what a record says itself
    List<SearchView.Piece> in(String text) {
        return passages.in(text).stream().map(one -> piece(one, null)).toList();
    }

    /// @param files of the record, in the order in which it lists them
    List<SearchView.File> in(SharedRecord content, Collection<Hash> files) throws IOException {
        var found = new ArrayList<SearchView.File>();
        for (var one : Attachment.listIn(content.body())) {
            if (files.contains(one.digest())
                    && found.stream()
                            .noneMatch(file -> file.sha256().equals(one.digest().hex()))) {
                var text = reading.text(one.digest());
                found.add(new SearchView.File(one.name(), one.digest().hex(), inFile(text == null ? "" : text)));
            }
        }
        return found;
    }

    /// A page of a paper ends with a form feed.
    private List<SearchView.Piece> inFile(String text) {
        var pieces = new ArrayList<SearchView.Piece>();
        var paged = text.indexOf('\f') >= 0;
        for (var from = 0; from < text.length() && pieces.size() < MOST_OF_A_FILE && left > 0; ) {
            var end = end(text, from);
            var page = paged
                    ? 1
                            + (int) text.substring(0, from)
                                    .chars()
                                    .filter(one -> one == '\f')
                                    .count()
                    : 0;
            for (var one : passages.in(text.substring(from, end))) {
                if (pieces.size() < MOST_OF_A_FILE) {
                    pieces.add(piece(one, paged ? page : null));
                }
            }
            left -= end - from;
            from = end;
        }
        return pieces;
    }

    /// After the page, or else after a line.
    private static int end(String text, int from) {
        var most = Math.min(text.length(), from + AT_ONCE);
        var page = text.indexOf('\f', from);
        if (page >= 0 && page < most) {
            return page + 1;
        }
        var line = text.lastIndexOf('\n', most - 1);
        return most == text.length() || line <= from ? most : line + 1;
    }

    private static SearchView.Piece piece(Passage passage, @Nullable Integer page) {
        return new SearchView.Piece(passage.text().replace('\f', ' '), passage.marks(), page);
    }
}
