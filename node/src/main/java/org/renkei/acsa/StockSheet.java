package org.renkei.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.sheet.Sheet;
import org.renkei.acsa.sheet.Sheet.Line;
import org.renkei.acsa.sheet.SheetReader;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.stock.StockEntry;
import org.renkei.kernel.acsa.stock.StockField;
import org.renkei.kernel.acsa.stock.StockReader;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

/// A spreadsheet read as entries of stock. Its headings have to be those that the fields are known by.
record StockSheet(List<Row> rows) {

    /// @param entry null where something is wrong
    /// @param stated what its quantity comes to, where it stood in another unit than one of issue
    record Row(int line, @Nullable StockEntry entry, List<Objection> wrong, Optional<Objection> stated) {}

    /// @throws Problem when it is no table, or lacks a column
    static StockSheet read(byte[] file, LocalDate today) {
        var sheet = SheetReader.read(file);
        var columns = columns(sheet);
        var first = new HashMap<String, Integer>();
        var rows = new ArrayList<Row>();
        for (var line : sheet.lines()) {
            rows.add(row(line, columns, today, first));
        }
        return new StockSheet(rows);
    }

    private static Map<StockField, Integer> columns(Sheet sheet) {
        var columns = new EnumMap<StockField, Integer>(StockField.class);
        for (var column = 0; column < sheet.headings().size(); column++) {
            var at = column;
            StockField.guess(sheet.headings().get(column)).ifPresent(field -> columns.putIfAbsent(field, at));
        }
        var missing = new ArrayList<FieldError>();
        for (var field : StockField.values()) {
            if (!columns.containsKey(field)) {
                missing.add(new FieldError(
                        "/file/" + field.code(),
                        "no column is headed '" + field.english() + "'",
                        "見出しが「" + field.japanese() + "」の列がありません"));
            }
        }
        if (!missing.isEmpty()) {
            throw Problem.refused(missing);
        }
        return columns;
    }

    private static Row row(Line line, Map<StockField, Integer> columns, LocalDate today, Map<String, Integer> first) {
        var cells = new EnumMap<StockField, String>(StockField.class);
        var wrong = new ArrayList<Objection>();
        columns.forEach((field, column) -> {
            if (line.formulas().contains(column)) {
                wrong.add(new Objection(
                        "/" + field.code(), "the cell is a formula: put its value there", "数式のセルです。値に置き換えてください"));
            }
            cells.put(field, line.cell(column));
        });
        var stated = SheetCells.quantity(cells, StockField.QUANTITY, StockField.UNIT, StockField.CATEGORY, wrong);
        var found = wrong.stream().map(Objection::at).toList();
        var reading = StockReader.read(cells, today);
        reading.objections().stream().filter(one -> !found.contains(one.at())).forEach(wrong::add);
        var entry = wrong.isEmpty() ? reading.entry() : null;
        var before = entry == null ? null : first.putIfAbsent(entry.identity(), line.number());
        if (before != null) {
            wrong.add(
                    new Objection("/reference", "the same entry as line " + before, before + " 行目と同じ証書番号・品名・日付の記載です"));
            entry = null;
        }
        return new Row(line.number(), entry, List.copyOf(wrong), stated);
    }

    List<StockEntry> entries() {
        var entries = new ArrayList<StockEntry>();
        for (var row : rows) {
            var entry = row.entry();
            if (entry != null) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
