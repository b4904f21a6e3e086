package org.renkei.acsa;

import java.util.List;
import java.util.Map;
import org.renkei.acsa.measure.Converted;
import org.renkei.acsa.measure.Measures;
import org.renkei.acsa.measure.StatedUnit;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.acsa.past.Cells;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.springframework.stereotype.Service;

/// What a quantity in another unit comes to, before anything is said.
@Service
public class MeasureDesk {
    /// @param exact before it is rounded
    public record Measured(long quantity, String unit, String exact, Map<String, String> text) {}

    public Measured convert(String quantity, String in, String unit, String category) {
        var figure = Cells.number(Cells.plain(quantity));
        var stated = StatedUnit.find(in);
        var issue = Unit.find(unit);
        if (figure == null || figure.signum() <= 0 || stated.isEmpty() || issue.isEmpty()) {
            throw Problem.refused(List.of(new FieldError(
                    "/quantity",
                    "a number of more than 0, a unit that is known here, and the unit of issue",
                    "0 より大きい数と、登録されている単位、計上単位が必要です")));
        }
        var fuel = category.equals(SupplyCategory.FUEL.code());
        return switch (Measures.convert(figure, stated.get(), issue.get(), fuel)) {
            case Converted.Whole whole ->
                new Measured(
                        whole.quantity(), unit, whole.exact(), Map.of("en", whole.english(), "ja", whole.japanese()));
            case Converted.Refused(var english, var japanese) ->
                throw Problem.refused(List.of(new FieldError("/quantity", english, japanese)));
        };
    }
}
