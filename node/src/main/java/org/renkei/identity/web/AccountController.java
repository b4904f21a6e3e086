package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.renkei.identity.AccountDesk;
import org.renkei.identity.AccountDesk.Authenticator;
import org.renkei.identity.AccountDesk.Proof;
import org.renkei.identity.AccountDesk.SessionView;
import org.renkei.identity.AccountDesk.TokenView;
import org.renkei.identity.Caller;
import org.renkei.identity.Scope;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
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
class AccountController {
    private final AccountDesk desk;

    AccountController(AccountDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/account/sessions")
    Map<String, List<SessionView>> listSessions(@AuthenticationPrincipal Caller caller) {
        return Map.of("sessions", desk.listSessions(caller));
    }

    @DeleteMapping("/api/v1/account/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endSession(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.endSession(caller, id);
    }

    @GetMapping("/api/v1/account/tokens")
    Map<String, List<TokenView>> listTokens(@AuthenticationPrincipal Caller caller) {
        return Map.of("tokens", desk.listTokens(caller));
    }

    @PostMapping("/api/v1/account/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    TokenView addToken(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.addToken(
                caller,
                request.path("name").asString(""),
                scopes(request),
                request.path("days").asInt(0));
    }

    @DeleteMapping("/api/v1/account/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revokeToken(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.revokeToken(caller, id);
    }

    @PutMapping("/api/v1/account/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        desk.changePassword(caller, proof(request, http), request);
    }

    @PostMapping("/api/v1/account/authenticator")
    Authenticator offerAuthenticator(
            @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        return desk.offerAuthenticator(caller, proof(request, http));
    }

    @PutMapping("/api/v1/account/authenticator")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeAuthenticator(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.takeAuthenticator(caller, request.path("code").asString(""));
    }

    private static Proof proof(JsonNode request, HttpServletRequest http) {
        return new Proof(
                request.path("current").asString(""), request.path("code").asString(""), http.getRemoteAddr());
    }

    private static Set<Scope> scopes(JsonNode request) {
        try {
            return request.path("scopes")
                    .valueStream()
                    .map(text -> Scope.parse(text.asString("")))
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw Problem.refused(List.of(new FieldError(
                    "/scopes", "read, write, feed and metrics are known", "範囲は read、write、feed、metrics です")));
        }
    }
}
