package org.renkei.commitments.web;

import java.util.Locale;
import java.util.UUID;
import org.renkei.commitments.CommitmentDesk;
import org.renkei.commitments.CommitmentOptions;
import org.renkei.commitments.CommitmentView;
import org.renkei.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class CommitmentController {
    private final CommitmentDesk desk;

    CommitmentController(CommitmentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/commitments/options")
    CommitmentOptions options(@AuthenticationPrincipal Caller caller) {
        return desk.options(caller);
    }

    @GetMapping("/api/v1/commitments")
    CommitmentView.Dashboard list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }

    @PostMapping("/api/v1/commitments")
    @ResponseStatus(HttpStatus.CREATED)
    CommitmentView.Page record(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.record(request, caller, language);
    }

    @GetMapping("/api/v1/commitments/{id}")
    CommitmentView.Page get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.get(id, caller, language);
    }

    @PostMapping("/api/v1/commitments/{id}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    CommitmentView.Page say(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.say(id, request, caller, language);
    }
}
