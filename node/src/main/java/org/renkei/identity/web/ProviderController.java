package org.renkei.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.ProviderDesk;
import org.renkei.identity.SessionCookie;
import org.renkei.identity.SignIn;
import org.renkei.identity.provider.ProviderExchange.Returned;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The browser comes back here by way of another site, so its answer is an address: the page, which then asks who it
/// is.
@RestController
class ProviderController {
    private final ProviderDesk desk;
    private final SessionCookie cookie;

    ProviderController(ProviderDesk desk, SessionCookie cookie) {
        this.desk = desk;
        this.cookie = cookie;
    }

    @PostMapping(ProviderDesk.BACK)
    Map<String, String> ask(HttpServletRequest http, HttpServletResponse response) {
        var asked = desk.ask(SessionController.where(http));
        cookie.writeProvider(http, response, asked.ceremony());
        return Map.of("location", asked.location().toString());
    }

    /// The provider itself calls, not a browser (OpenID Connect Back-Channel Logout 1.0).
    @PostMapping(path = ProviderDesk.BACK + "/logout", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Void> signOut(@RequestParam("logout_token") String token, HttpServletRequest http) {
        desk.signOut(token, SessionController.where(http));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).build();
    }

    @GetMapping(ProviderDesk.BACK)
    ResponseEntity<Void> back(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(required = false) @Nullable String error,
            HttpServletRequest http,
            HttpServletResponse response) {
        var ceremony = cookie.readProvider(http).orElse("");
        var page =
                switch (desk.signIn(ceremony, new Returned(code, state, iss, error), SessionController.where(http))) {
                    case SignIn.SignedIn(var value) -> {
                        cookie.write(http, response, value);
                        yield "/";
                    }
                    case SignIn.Refused() -> "/#provider=refused";
                    case SignIn.Waits waits -> "/#provider=waits";
                };
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(page))
                .build();
    }
}
