package org.renkei.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;

/// What became of one draft of a batch.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchOutcome(
        String outcome,
        @Nullable UUID id,
        @Nullable Integer revision,
        @Nullable List<Mistake> errors) {

    /// A mistake at a place of the draft.
    public record Mistake(String at, String message) {}

    static BatchOutcome of(String outcome, UUID id, int revision) {
        return new BatchOutcome(outcome, id, revision, null);
    }

    static BatchOutcome refused(Problem problem, Locale language) {
        var mistakes = problem.errors().stream()
                .map(error -> new Mistake(error.at(), error.message(language)))
                .toList();
        return new BatchOutcome(
                "refused",
                null,
                null,
                mistakes.isEmpty() ? List.of(new Mistake("", problem.detail(language))) : mistakes);
    }
}
