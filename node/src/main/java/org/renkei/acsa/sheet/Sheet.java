package org.renkei.acsa.sheet;

import java.util.List;

/// A table as it was read: headings, and the lines below them.
///
/// @param form how it was written: `xlsx`, or the encoding of a CSV
/// @param marking the label in the first line, as it stands there; empty where there is none
public record Sheet(String form, String marking, List<String> headings, List<Line> lines) {
    public Sheet {
        headings = List.copyOf(headings);
        lines = List.copyOf(lines);
    }

    /// One line.
    ///
    /// @param number as the spreadsheet counts it, from 1
    /// @param cells as text; days as YYYY-MM-DD
    /// @param formulas columns whose cell is a formula: its value is not taken
    public record Line(int number, List<String> cells, List<Integer> formulas) {
        public Line {
            cells = List.copyOf(cells);
            formulas = List.copyOf(formulas);
        }

        /// Empty beyond the last cell.
        public String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        /// A label or remark of whoever wrote the table: one cell that begins with `#`.
        boolean isNote() {
            return cell(0).startsWith("#") && cells.stream().skip(1).allMatch(String::isBlank);
        }

        boolean isBlank() {
            return formulas.isEmpty() && cells.stream().allMatch(String::isBlank);
        }
    }
}
