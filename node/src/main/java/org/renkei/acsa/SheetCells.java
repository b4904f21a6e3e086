package org.renkei.acsa;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.acsa.measure.Converted;
import org.renkei.acsa.measure.Measures;
import org.renkei.acsa.measure.StatedUnit;
import org.renkei.acsa.money.AmountReading;
import org.renkei.acsa.money.Amounts;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.past.Cells;
import org.renkei.kernel.acsa.past.PastField;
import org.renkei.kernel.acsa.past.PastWords;

/// Cells of a line as people write them, made plain before the line is read: amounts with their currency beside them,
/// quantities in other units than those of issue.
final class SheetCells {
    private static final String QUANTITY = "/quantity";

    private SheetCells() {}

    /// Cells of past orders: an amount may bear its currency.
    ///
    /// @param wrong takes what cannot be read
    static void amounts(Map<PastField, String> cells, List<Objection> wrong) {
        for (var field : PastField.values()) {
            var cell = cells.get(field);
            if (field.isMoney() && cell != null && Cells.number(Cells.plain(cell)) == null) {
                amount(field, cell, cells, wrong);
            }
        }
    }

    private static void amount(PastField field, String cell, Map<PastField, String> cells, List<Objection> wrong) {
        var currency = Cells.plain(cells.getOrDefault(PastField.CURRENCY, ""));
        if (!currency.isEmpty() && !Amounts.isCurrency(currency)) {
            return;
        }
        switch (Amounts.read(cell, currency, StatementReader.MOST_MONEY)) {
            case AmountReading.Read(var minor, var code) -> {
                cells.put(field, Amounts.number(minor, code).toPlainString());
                cells.put(PastField.CURRENCY, code);
            }
            case AmountReading.Refused(var english, var japanese) ->
                wrong.add(new Objection("/" + field.code(), english, japanese));
        }
    }

    /// A quantity and its unit, where that is no unit of issue but one that can become one: then the cells hold what it
    /// comes to.
    ///
    /// @param quantity the field of it, as those of its unit and of the category of the line
    /// @param wrong takes why it cannot be converted
    /// @return what was stated, and what it comes to
    static <F> Optional<Objection> quantity(
            Map<F, String> cells, F quantity, F unit, F category, List<Objection> wrong) {
        var written = cells.getOrDefault(unit, "");
        var stated = PastWords.unit(written).isPresent() ? Optional.<StatedUnit>empty() : StatedUnit.find(written);
        var figure = Cells.number(Cells.plain(cells.getOrDefault(quantity, "")));
        if (stated.isEmpty() || figure == null || figure.signum() <= 0) {
            return Optional.empty();
        }
        var issue = Measures.issuedIn(stated.get());
        if (issue.isEmpty()) {
            wrong.add(new Objection(
                    QUANTITY,
                    "nothing is counted by " + stated.get().english(),
                    stated.get().japanese() + "で数えるものはありません"));
            return Optional.empty();
        }
        var fuel = PastWords.category(cells.getOrDefault(category, ""))
                .filter(SupplyCategory.FUEL.code()::equals)
                .isPresent();
        return switch (Measures.convert(figure, stated.get(), issue.get(), fuel)) {
            case Converted.Whole whole -> {
                cells.put(quantity, Long.toString(whole.quantity()));
                cells.put(unit, whole.unit().code());
                yield Optional.of(new Objection(QUANTITY, whole.english(), whole.japanese()));
            }
            case Converted.Refused(var english, var japanese) -> {
                wrong.add(new Objection(QUANTITY, english, japanese));
                yield Optional.empty();
            }
        };
    }
}
