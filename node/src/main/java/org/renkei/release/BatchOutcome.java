package org.renkei.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;

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

    /// For who wants all of a batch or nothing of it, within the transaction in which it was written.
    ///
    /// @throws Problem with every mistake, each once
    public static void requireAll(List<BatchOutcome> outcomes) {
        var mistakes = outcomes.stream()
                .flatMap(one -> Stream.ofNullable(one.errors()).flatMap(List::stream))
                .distinct()
                .map(one -> new FieldError(one.at(), one.message(), one.message()))
                .toList();
        if (!mistakes.isEmpty()) {
            throw Problem.refused(mistakes);
        }
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
