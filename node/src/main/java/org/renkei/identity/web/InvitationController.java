package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.InvitationDesk;
import org.renkei.identity.PersonView;
import org.renkei.identity.SessionCookie;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The token of a link stands in the body, never in an address that a log would keep.
@RestController
class InvitationController {
    private final InvitationDesk desk;
    private final SessionCookie cookie;

    InvitationController(InvitationDesk desk, SessionCookie cookie) {
        this.desk = desk;
        this.cookie = cookie;
    }

    record Invitation(@Nullable PersonView person, String secret, String uri, String expires) {}

    @PostMapping("/api/v1/invitation/open")
    Invitation open(@RequestBody JsonNode request) {
        var opened = desk.open(token(request));
        var person = opened.person();
        return new Invitation(
                person == null ? null : PersonView.of(person),
                opened.secret(),
                opened.uri(),
                opened.expires().toString());
    }

    @PostMapping("/api/v1/invitation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void accept(@RequestBody JsonNode request, HttpServletRequest http, HttpServletResponse response) {
        var value = desk.accept(token(request), request, http.getRemoteAddr(), SessionController.agent(http));
        cookie.write(http, response, value);
    }

    private static String token(JsonNode request) {
        return request.path("token").asString("");
    }
}
