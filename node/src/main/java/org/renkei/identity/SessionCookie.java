package org.renkei.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.renkei.settings.NodeSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that carries a session: out of reach of scripts, never sent by other sites. Over TLS it is
/// `__Host-renkei` and `Secure`. On plain HTTP, which is loopback only, browsers disagree about `Secure`, and it would
/// protect nothing; there the port is part of the name, because cookies do not tell ports of one machine apart.
@Component
public class SessionCookie {
    private final boolean tls;

    SessionCookie(NodeSettings settings) {
        this.tls = settings.apiTls() != null;
    }

    public String name(HttpServletRequest request) {
        return tls ? "__Host-renkei" : "renkei-" + request.getLocalPort();
    }

    public Optional<String> read(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        var name = name(request);
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String value) {
        add(request, response, value, Sessions.LONGEST);
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add(request, response, "", Duration.ZERO);
    }

    private void add(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite("Strict")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
