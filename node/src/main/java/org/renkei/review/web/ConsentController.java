package org.renkei.review.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.review.ConsentDesk;
import org.renkei.review.ReviewViews.ConsentsView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class ConsentController {
    private final ConsentDesk desk;

    ConsentController(ConsentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/consents")
    ConsentsView list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }

    @PostMapping("/api/v1/reviews/{id}/consent-request")
    ConsentsView ask(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        var until = until(request);
        if (until == null) {
            throw noDay();
        }
        return desk.ask(id, until, Requests.reason(request, "reason", 1), caller, language);
    }

    @PostMapping("/api/v1/consents/{id}/answer")
    ConsentsView answer(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        if (!request.path("granted").isBoolean()) {
            throw Problem.refused(
                    List.of(new FieldError("/granted", "true or false is expected", "true または false を指定してください")));
        }
        return desk.answer(
                id,
                request.path("granted").asBoolean(),
                until(request),
                Requests.reason(request, "reason", 1),
                caller,
                language);
    }

    private static @Nullable LocalDate until(JsonNode request) {
        if (!request.hasNonNull("until")) {
            return null;
        }
        try {
            return LocalDate.parse(request.path("until").asString(""));
        } catch (DateTimeException e) {
            throw noDay();
        }
    }

    private static Problem noDay() {
        return Problem.refused(
                List.of(new FieldError("/until", "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です")));
    }
}
