package org.renkei.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.identity.Callers;
import org.renkei.identity.SessionCookie;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognizes who calls, by a bearer token, by the cookie of a session, or by a client certificate. What is
/// written with a cookie, or without anything, must come from our own page: it carries a header that no other
/// site can add without being asked, and an `Origin` that is ours.
final class CallerFilter extends OncePerRequestFilter {
    static final String OWN_PAGE = "Renkei-Page";

    private static final String PREFIX = "Bearer ";
    private static final String BASIC = "Basic ";
    private static final String RECOGNIZED = CallerFilter.class.getName();
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> OPEN_TO_WRITE = Set.of(
            "/api/v1/session",
            "/api/v1/session/passkey",
            "/api/v1/session/passkey/options",
            "/api/v1/session/provider",
            "/api/v1/invitation",
            "/api/v1/invitation/open",
            "/api/v1/invitation/passkey",
            "/api/v1/invitation/passkey/options");

    private final Callers callers;
    private final SessionCookie cookie;
    private final Problems problems;
    private final CallRate rate;

    CallerFilter(Callers callers, SessionCookie cookie, CallRate rate, Problems problems) {
        this.callers = callers;
        this.cookie = cookie;
        this.rate = rate;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var sent = header == null ? cookie.read(request) : Optional.<String>empty();
        if (header == null
                && !HARMLESS.contains(request.getMethod())
                && (sent.isPresent() || isOpenToWrite(request))
                && !isFromOwnPage(request)) {
            problems.write(foreign(), request, response);
            return;
        }
        var refusal = certificateRefusal(request, header != null || sent.isPresent());
        if (refusal.isPresent()) {
            problems.write(refusal.get(), request, response);
            return;
        }
        // What goes on after the answer has begun goes on for who asked.
        var caller = request.getAttribute(RECOGNIZED) instanceof Caller before
                ? Optional.of(before)
                : recognize(request, header, sent);
        if (caller.isPresent() && request.getAttribute(RECOGNIZED) == null) {
            var wait = rate.take(caller.get());
            if (wait.isPresent()) {
                response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.getAsLong()));
                problems.write(tooMany(), request, response);
                return;
            }
        }
        caller.ifPresent(one -> {
            request.setAttribute(RECOGNIZED, one);
            SecurityContextHolder.getContext()
                    .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(one, null, List.of()));
        });
        chain.doFilter(request, response);
    }

    private Optional<Caller> recognize(HttpServletRequest request, @Nullable String header, Optional<String> sent) {
        if (header != null) {
            return byToken(request, header);
        }
        return sent.isPresent()
                ? sent.flatMap(text -> callers.findBySession(text, agent(request)))
                : PresentedCertificate.find(request).flatMap(callers::findByCertificate);
    }

    /// A registered certificate comes alone, and writes only where it is meant to.
    private Optional<Problem> certificateRefusal(HttpServletRequest request, boolean otherwiseKnown) {
        var harmless = HARMLESS.contains(request.getMethod()) || PresentedCertificate.isMeant(request);
        if (harmless && !otherwiseKnown || request.getAttribute(RECOGNIZED) != null) {
            return Optional.empty();
        }
        return PresentedCertificate.find(request)
                .filter(callers::knows)
                .map(certificate ->
                        otherwiseKnown ? PresentedCertificate.ambiguous() : PresentedCertificate.notMeant());
    }

    private static String agent(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
    }

    private Optional<Caller> byToken(HttpServletRequest request, String header) {
        if (header.startsWith(PREFIX)) {
            return callers.findByToken(header.substring(PREFIX.length()).strip());
        }
        return isCalendar(request) ? password(header).flatMap(callers::findByToken) : Optional.empty();
    }

    /// Programs that show calendars know nothing but a name and a password: the token is the password
    /// (RFC 7617). It never stands in the address, which is written into logs on the way.
    private static Optional<String> password(String header) {
        if (!header.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static boolean isCalendar(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/calendar/");
    }

    private static boolean isOpenToWrite(HttpServletRequest request) {
        return request.getMethod().equals("POST") && OPEN_TO_WRITE.contains(request.getRequestURI());
    }

    private static boolean isFromOwnPage(HttpServletRequest request) {
        if (request.getHeader(OWN_PAGE) == null) {
            return false;
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin")) {
            return false;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        try {
            return origin == null || host(origin).equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String host(String origin) {
        var authority = URI.create(origin).getAuthority();
        return authority == null ? "" : authority;
    }

    private static Problem foreign() {
        return new Problem(
                Category.FORBIDDEN,
                "This was not sent by a page of this node. Scripts use a token: `Authorization: Bearer …`",
                "このノードの画面から送られたものではありません。スクリプトはトークン（Authorization: Bearer …）を使います");
    }

    private static Problem tooMany() {
        return new Problem(
                Category.TOO_MANY,
                "More than " + CallRate.A_SECOND
                        + " calls a second: wait as `Retry-After` says, and ask for more at once",
                "呼び出しが毎秒 " + CallRate.A_SECOND + " 回を超えました。Retry-After の秒数を待ち、まとめて取得してください");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
