package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
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

    record Invitation(
            @Nullable PersonView person,
            @Nullable String secret,
            @Nullable String uri,
            String expires) {}

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
        cookie.write(http, response, desk.accept(token(request), request, SessionController.where(http)));
    }

    @PostMapping("/api/v1/invitation/passkey/options")
    Map<String, Object> askForPasskey(@RequestBody JsonNode request, HttpServletRequest http) {
        return desk.askForPasskey(token(request), request, SessionController.where(http));
    }

    @PostMapping("/api/v1/invitation/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptByPasskey(@RequestBody JsonNode request, HttpServletRequest http, HttpServletResponse response) {
        cookie.write(http, response, desk.acceptByPasskey(token(request), request, SessionController.where(http)));
    }

    private static String token(JsonNode request) {
        return request.path("token").asString("");
    }
}
