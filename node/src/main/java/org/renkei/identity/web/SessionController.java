package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.AccountDesk;
import org.renkei.identity.Caller;
import org.renkei.identity.PasskeyDesk;
import org.renkei.identity.ProofDesk;
import org.renkei.identity.ProviderDesk;
import org.renkei.identity.PublicAddress;
import org.renkei.identity.SessionCookie;
import org.renkei.identity.SignIn;
import org.renkei.identity.SignInDesk;
import org.renkei.identity.Where;
import org.renkei.identity.passkey.Place;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class SessionController {
    private final SignInDesk desk;
    private final SessionCookie cookie;

    private final PasskeyDesk passkeys;
    private final ProofDesk proofs;
    private final ProviderDesk provider;
    private final PublicAddress address;
    private final NodeSettings settings;

    SessionController(
            SignInDesk desk,
            SessionCookie cookie,
            PasskeyDesk passkeys,
            ProofDesk proofs,
            ProviderDesk provider,
            PublicAddress address,
            NodeSettings settings) {
        this.desk = desk;
        this.cookie = cookie;
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.provider = provider;
        this.address = address;
        this.settings = settings;
    }

    /// How one may sign in here.
    ///
    /// @param passkeys where passkeys of this node work; null where they cannot
    /// @param provider null where there is none
    record Offer(
            String node,
            @Nullable String passkeys,
            boolean passwords,
            @Nullable ProviderView provider) {}

    /// @param logout where one signs out there as well
    record ProviderView(Map<String, String> name, @Nullable String logout) {}

    @PostMapping("/api/v1/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody JsonNode request, HttpServletRequest http, HttpServletResponse response) {
        var outcome = desk.signIn(
                request.path("name").asString(""),
                request.path("password").asString(""),
                request.path("code").asString(""),
                http.getRemoteAddr(),
                agent(http));
        finish(
                outcome,
                new Problem(
                        Category.UNAUTHORIZED,
                        "Name, password or code is wrong, or the code was used already",
                        "名前・パスワード・コードのいずれかが違うか、コードは使用済みです"),
                http,
                response);
    }

    @GetMapping("/api/v1/sign-in")
    Offer offer(HttpServletRequest http) {
        var place = address.place(http.getLocalPort());
        return new Offer(
                settings.node().toString(),
                place.map(Place::origin).orElse(null),
                settings.signIn().passwords(),
                provider.name()
                        .map(name -> new ProviderView(
                                Map.of("en", name.en(), "ja", name.ja()),
                                provider.logout().map(Object::toString).orElse(null)))
                        .orElse(null));
    }

    @PostMapping("/api/v1/session/passkey/options")
    Map<String, Object> ask(HttpServletRequest http, HttpServletResponse response) {
        var asked = passkeys.askToSignIn(where(http));
        cookie.writeCeremony(http, response, asked.ceremony());
        return asked.options();
    }

    @PostMapping("/api/v1/session/passkey")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signInByPasskey(@RequestBody JsonNode request, HttpServletRequest http, HttpServletResponse response) {
        var ceremony = cookie.readCeremony(http).orElse("");
        finish(
                passkeys.signIn(ceremony, request.path("credential"), where(http)),
                new Problem(
                        Category.UNAUTHORIZED,
                        "This passkey was not accepted. Try again, or use another way to sign in",
                        "このパスキーは受け付けられませんでした。もう一度試すか、別の方法でサインインしてください"),
                http,
                response);
    }

    private void finish(SignIn outcome, Problem refusal, HttpServletRequest http, HttpServletResponse response) {
        switch (outcome) {
            case SignIn.SignedIn(var value) -> cookie.write(http, response, value);
            case SignIn.Refused() -> throw refusal;
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

    @PostMapping("/api/v1/session/proof/options")
    Map<String, Object> askForProof(@AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        return proofs.options(caller, where(http));
    }

    @PostMapping("/api/v1/session/proof")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prove(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, HttpServletRequest http) {
        proofs.prove(caller, request, where(http));
    }

    static Where where(HttpServletRequest http) {
        return new Where(http.getRemoteAddr(), agent(http), http.getLocalPort());
    }

    static String agent(HttpServletRequest http) {
        return Objects.requireNonNullElse(http.getHeader(HttpHeaders.USER_AGENT), "");
    }
}
