package org.renkei.relief;

import java.util.List;
import java.util.Map;
import org.renkei.problem.Problem.FieldError;

/// What becomes of a table that is brought in.
///
/// @param stored how many records were written; 0 while it is only checked, or where anything is wrong
/// @param notTaken columns of which nothing is taken
public record HxlView(int stored, List<RowView> rows, List<ColumnView> notTaken) {
    /// @param column its number, from 1
    /// @param name its tag, or its heading where it has none
    public record ColumnView(int column, String name) {}

    /// One row of the table.
    ///
    /// @param line in the file, from 1
    /// @param kind of the record that it becomes; empty for a row that is passed over
    /// @param mistakes why it cannot be stored, or why it is passed over
    public record RowView(int line, String kind, Map<String, String> title, List<MistakeView> mistakes) {}

    public record MistakeView(String at, Map<String, String> text) {
        static MistakeView of(FieldError one) {
            return new MistakeView(one.at(), Map.of("en", one.english(), "ja", one.japanese()));
        }
    }
}
