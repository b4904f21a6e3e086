package org.renkei.acsa;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Field;
import org.renkei.kernel.acsa.NextSteps;

/// Forms as the API gives them: fields, and what follows from the order filled in.
public final class FormView {
    private FormView() {}

    public record FieldView(
            String name,
            String type,
            boolean required,
            List<String> choices,
            @Nullable Object value) {}

    /// What this nation may say next; `lines` are filled in as far as they follow.
    public record StepView(
            String act,
            int delivery,
            List<FieldView> fields,
            List<FieldView> lineFields,
            List<Map<String, Object>> lines) {}

    static StepView step(NextSteps.Step step) {
        return new StepView(
                step.act().code(),
                step.delivery(),
                fields(step.act().fields(), step.filled()),
                fields(step.act().lineFields(), Map.of()),
                step.lines());
    }

    /// Those of a form; lines are asked for on their own.
    static List<FieldView> fields(List<Field> fields, Map<String, Object> filled) {
        var values = new LinkedHashMap<>(filled);
        return fields.stream()
                .filter(field -> field.type() != Field.Type.LINES)
                .map(field -> new FieldView(
                        field.name(),
                        field.type().name().toLowerCase(Locale.ROOT),
                        field.required(),
                        field.choices(),
                        values.get(field.name())))
                .toList();
    }
}
