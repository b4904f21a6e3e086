package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.renkei.identity.AccountDesk;
import org.renkei.identity.Caller;
import org.renkei.identity.SessionCookie;
import org.renkei.identity.SignIn;
import org.renkei.identity.SignInDesk;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class SessionController {
    private final SignInDesk desk;
    private final SessionCookie cookie;

    SessionController(SignInDesk desk, SessionCookie cookie) {
        this.desk = desk;
        this.cookie = cookie;
    }

    @PostMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody JsonNode request, HttpServletRequest http, HttpServletResponse response) {
        var outcome = desk.signIn(
                request.path("name").asString(""),
                request.path("password").asString(""),
                request.path("code").asString(""),
                http.getRemoteAddr(),
                agent(http));
        switch (outcome) {
            case SignIn.SignedIn(var value) -> cookie.write(http, response, value);
            case SignIn.Refused() ->
                throw new Problem(
                        Category.UNAUTHORIZED,
                        "Name, password or code is wrong, or the code was used already",
                        "名前・パスワード・コードのいずれかが違うか、コードは使用済みです");
            case SignIn.Waits(var pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1));
                throw AccountDesk.tooMany(pause);
            }
        }
    }

    @DeleteMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(@AuthenticationPrincipal Caller caller, HttpServletRequest http, HttpServletResponse response) {
        desk.signOut(caller);
        cookie.clear(http, response);
    }

    static String agent(HttpServletRequest http) {
        return Objects.requireNonNullElse(http.getHeader(HttpHeaders.USER_AGENT), "");
    }
}
