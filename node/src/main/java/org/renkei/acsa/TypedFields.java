package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.measure.Converted;
import org.renkei.acsa.measure.Measures;
import org.renkei.acsa.measure.StatedUnit;
import org.renkei.acsa.money.AmountReading;
import org.renkei.acsa.money.Amounts;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Field;
import org.renkei.kernel.acsa.Field.Type;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.Terms.Unit;
import org.renkei.kernel.acsa.past.Cells;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Fields of a statement as people typed them, read as a statement holds them: amounts that are written out in minor
/// units, and quantities that are stated in another unit (`statedQuantity`, `statedUnit`) in the unit of issue of their
/// line. What was stated stays in the remarks, with the figure that counts beside it.
final class TypedFields {
    private static final String REMARKS = "remarks";

    private final Act act;
    private final ObjectNode fields;
    private final @Nullable Order order;
    private final List<FieldError> errors = new ArrayList<>();
    private final List<String> stated = new ArrayList<>();

    private TypedFields(Act act, ObjectNode fields, @Nullable Order order) {
        this.act = act;
        this.fields = fields;
        this.order = order;
    }

    /// What a line is counted in.
    private record Issue(Unit unit, boolean fuel) {}

    /// @param order null for the request that begins one
    /// @throws Problem with every reason why what was typed cannot be read
    static JsonNode read(Act act, JsonNode given, @Nullable Order order) {
        if (!(given.deepCopy() instanceof ObjectNode fields)) {
            return given;
        }
        var typed = new TypedFields(act, fields, order);
        typed.amounts(act.fields(), fields, "/fields");
        var lines = fields.path("lines");
        for (var i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof ObjectNode line) {
                typed.amounts(act.lineFields(), line, "/fields/lines/" + i);
                typed.quantity(line, "/fields/lines/" + i);
            }
        }
        if (!typed.errors.isEmpty()) {
            throw Problem.refused(typed.errors);
        }
        if (!typed.stated.isEmpty()) {
            var said = Stream.concat(Stream.of(fields.path(REMARKS).asString("")), typed.stated.stream());
            fields.put(REMARKS, said.filter(one -> !one.isBlank()).collect(Collectors.joining("\n")));
        }
        return fields;
    }

    private void amounts(List<Field> all, ObjectNode at, String place) {
        for (var field : all) {
            var value = at.path(field.name());
            if (field.type() == Type.MONEY
                    && value.isString()
                    && !value.asString().isBlank()) {
                switch (Amounts.read(value.asString(), currency(field), StatementReader.MOST_MONEY)) {
                    case AmountReading.Read(var minor, var currency) -> at.put(field.name(), minor);
                    case AmountReading.Refused(var english, var japanese) ->
                        errors.add(new FieldError(place + "/" + field.name(), english, japanese));
                }
            }
        }
    }

    /// A payment may be given in another currency than that of the order.
    private String currency(Field field) {
        var own = fields.path(field.name().equals("given") ? "givenCurrency" : "currency")
                .asString("");
        return own.isEmpty() && order != null ? order.currency() : own;
    }

    private void quantity(ObjectNode line, String at) {
        var unit = line.path("statedUnit").asString("");
        var text = line.path("statedQuantity").asString("");
        line.remove(List.of("statedUnit", "statedQuantity"));
        if (unit.isBlank()) {
            return;
        }
        var in = StatedUnit.find(unit);
        var figure = Cells.number(Cells.plain(text));
        if (in.isEmpty()) {
            var known = Stream.of(StatedUnit.values()).map(StatedUnit::code).toList();
            errors.add(new FieldError(at + "/statedUnit", "one of " + known, known + " のどれかです"));
        }
        if (figure == null || figure.signum() <= 0) {
            errors.add(new FieldError(
                    at + "/statedQuantity", "a number of more than 0, for example 1,234.5", "0 より大きい数です（例: 1,234.5）"));
        }
        var issue = issue(line);
        if (issue.isEmpty()) {
            errors.add(new FieldError(
                    at + "/statedUnit", "nothing says what this line is counted in", "この明細の単位が分からないため換算できません"));
        }
        if (in.isPresent() && figure != null && figure.signum() > 0 && issue.isPresent()) {
            switch (Measures.convert(
                    figure, in.get(), issue.get().unit(), issue.get().fuel())) {
                case Converted.Whole whole -> counted(line, whole, at);
                case Converted.Refused(var english, var japanese) ->
                    errors.add(new FieldError(at + "/statedQuantity", english, japanese));
            }
        }
    }

    /// Whoever was shown another figure has to look again.
    private void counted(ObjectNode line, Converted.Whole whole, String at) {
        var shown = line.path("quantity");
        if (shown.isNumber() && shown.asLong() != whole.quantity()) {
            errors.add(new FieldError(
                    at + "/quantity",
                    "what was stated comes to " + whole.quantity(),
                    "指定された数量は " + whole.quantity() + " になります"));
        }
        line.put("quantity", whole.quantity());
        var number = line.path("line").asInt(0);
        stated.add("%d: %s / %s".formatted(number, whole.english(), whole.japanese()));
    }

    private Optional<Issue> issue(ObjectNode line) {
        if (act == Act.REQUEST) {
            return issue(line.path("unit").asString(""), line.path("category").asString(""));
        }
        var request = order == null ? null : order.request();
        return request == null
                ? Optional.empty()
                : request.lines().stream()
                        .filter(one -> one.line() == line.path("line").asInt(0))
                        .findFirst()
                        .flatMap(one -> issue(one.text("unit"), one.text("category")));
    }

    private static Optional<Issue> issue(String unit, String category) {
        return Unit.find(unit).map(one -> new Issue(one, category.equals(SupplyCategory.FUEL.code())));
    }
}
