package org.renkei.meetings.web;

import java.util.Locale;
import java.util.UUID;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.meetings.MeetingDesk;
import org.renkei.meetings.MeetingOptions;
import org.renkei.meetings.MeetingView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/meetings")
class MeetingController {
    private final MeetingDesk desk;

    MeetingController(MeetingDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/options")
    MeetingOptions options(@AuthenticationPrincipal Caller caller) {
        return desk.options(caller);
    }

    @GetMapping
    MeetingView.Agendas list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MeetingView.Page call(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.call(request, caller, language);
    }

    @GetMapping("/{id}")
    MeetingView.Page get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.get(id, caller, language);
    }

    @GetMapping("/{id}/agenda")
    ResponseEntity<byte[]> agenda(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return ResponseEntity.ok().header("Content-Type", Documents.TYPE).body(desk.agenda(id, caller, language));
    }

    @PostMapping("/{id}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    MeetingView.Page say(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.say(id, request, caller, language);
    }
}
