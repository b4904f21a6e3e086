package org.renkei.review.web;

import java.util.List;
import java.util.UUID;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/// Reads what requests of this module have in common.
final class Requests {
    private static final int MAX_REASON = 500;

    private Requests() {}

    /// Words that somebody must find.
    static String reason(JsonNode request, String field, int least) {
        var reason = request.path(field).asString("").strip();
        if (reason.length() < least || reason.length() > MAX_REASON) {
            throw Problem.refused(List.of(new FieldError(
                    "/" + field,
                    "words are needed, " + least + " to " + MAX_REASON + " characters",
                    least + "〜" + MAX_REASON + " 文字で記入してください")));
        }
        return reason;
    }

    static UUID id(JsonNode text) {
        try {
            return UUID.fromString(text.asString(""));
        } catch (IllegalArgumentException e) {
            throw Problem.refused(
                    List.of(new FieldError("/ids", "'" + text.asString("") + "' is no id", "ID ではありません")));
        }
    }
}
