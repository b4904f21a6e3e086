package org.renkei.identity;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.renkei.identity.passkey.Challenges;
import org.renkei.settings.NodeSettings;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that carries a session: out of reach of scripts, never sent by other sites. Over TLS it is
/// `__Host-renkei` and `Secure`. On plain HTTP, which is loopback only, browsers disagree about `Secure`, and it would
/// protect nothing; there the port is part of the name, because cookies do not tell ports of one machine apart.
@Component
public class SessionCookie {
    private static final String CEREMONY = "-ceremony";
    private static final String PROVIDER = "-provider";

    private final boolean tls;

    SessionCookie(NodeSettings settings) {
        this.tls = settings.apiTls() != null;
    }

    public String name(HttpServletRequest request) {
        return tls ? "__Host-renkei" : "renkei-" + request.getLocalPort();
    }

    public Optional<String> read(HttpServletRequest request) {
        return read(request, name(request));
    }

    /// What ties a question to the browser that asked for it.
    public Optional<String> readCeremony(HttpServletRequest request) {
        return read(request, name(request) + CEREMONY);
    }

    private static Optional<String> read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    public void write(HttpServletRequest request, HttpServletResponse response, String value) {
        add(response, name(request), value, Sessions.LONGEST);
    }

    public void writeCeremony(HttpServletRequest request, HttpServletResponse response, String value) {
        add(response, name(request) + CEREMONY, value, Challenges.HOLDS);
    }

    public Optional<String> readProvider(HttpServletRequest request) {
        return read(request, name(request) + PROVIDER);
    }

    /// The same for an answer that comes by way of another site: this one cookie goes along from there.
    public void writeProvider(HttpServletRequest request, HttpServletResponse response, String value) {
        add(response, name(request) + PROVIDER, value, Challenges.HOLDS, "Lax");
    }

    public void clear(HttpServletRequest request, HttpServletResponse response) {
        add(response, name(request), "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String name, String value, Duration age) {
        add(response, name, value, age, "Strict");
    }

    private void add(HttpServletResponse response, String name, String value, Duration age, String sameSite) {
        var cookie = ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(tls)
                .sameSite(sameSite)
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
