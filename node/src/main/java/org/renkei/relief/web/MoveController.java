package org.renkei.relief.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.relief.MoveDesk;
import org.renkei.relief.MoveOptions;
import org.renkei.relief.MoveView;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class MoveController {
    private final MoveDesk desk;

    MoveController(MoveDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/relief/moves")
    MoveView.Rows list(
            @RequestParam Optional<Boolean> exercise,
            @RequestParam(required = false) @Nullable Instant at,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(exercise, at, caller);
    }

    @GetMapping("/api/v1/relief/moves/options")
    MoveOptions options(@AuthenticationPrincipal Caller caller) {
        return desk.options(caller);
    }

    @PostMapping("/api/v1/relief/moves")
    @ResponseStatus(HttpStatus.CREATED)
    MoveView.Page plan(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.plan(request, caller, language);
    }

    @GetMapping("/api/v1/relief/moves/{id}")
    MoveView.Page get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.get(id, caller, language);
    }

    @PostMapping("/api/v1/relief/moves/{id}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    MoveView.Page say(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.say(id, request, caller, language);
    }
}
