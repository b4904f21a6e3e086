package org.renkei.identity.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.identity.AccountDesk.SessionView;
import org.renkei.identity.Caller;
import org.renkei.identity.InvitationDesk.Invited;
import org.renkei.identity.PeopleDesk;
import org.renkei.identity.PersonView;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PeopleController {
    private final PeopleDesk desk;

    PeopleController(PeopleDesk desk) {
        this.desk = desk;
    }

    record Link(String token, String expires) {
        static Link of(Invited invited) {
            return new Link(invited.token(), invited.expires().toString());
        }
    }

    record Added(PersonView person, Link invitation) {}

    @GetMapping("/api/v1/people")
    Map<String, List<PersonView>> list() {
        return Map.of("people", desk.list().stream().map(PersonView::of).toList());
    }

    @PostMapping("/api/v1/people")
    @ResponseStatus(HttpStatus.CREATED)
    Added add(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        var added = desk.add(request, caller);
        return new Added(PersonView.of(added.person()), Link.of(added.invitation()));
    }

    @PutMapping("/api/v1/people/{id}")
    PersonView change(@PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return PersonView.of(desk.change(id, request, caller));
    }

    @PostMapping("/api/v1/people/{id}/invitation")
    Link invite(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Link.of(desk.invite(id, caller));
    }

    @GetMapping("/api/v1/people/{id}/sessions")
    Map<String, List<SessionView>> listSessions(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Map.of("sessions", desk.listSessions(id, caller));
    }

    @DeleteMapping("/api/v1/people/{id}/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id, @PathVariable UUID session, @AuthenticationPrincipal Caller caller) {
        desk.endSession(id, session, caller);
    }

    @DeleteMapping("/api/v1/people/{id}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSessions(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.endSessions(id, caller);
    }
}
