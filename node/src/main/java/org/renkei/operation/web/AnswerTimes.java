package org.renkei.operation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.renkei.door.AuthorizationTable;
import org.renkei.operation.Metrics;
import org.renkei.telemetry.Fact;
import org.renkei.telemetry.Step;
import org.renkei.telemetry.Traces;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Times every answer by its route as the authorization table names it: never by the path that was asked
/// for.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AnswerTimes extends OncePerRequestFilter {
    private static final String OTHER = "other";
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");
    private static final Set<String> ROUTES =
            AuthorizationTable.ROWS.stream().map(AuthorizationTable.Row::path).collect(Collectors.toUnmodifiableSet());

    private final Metrics metrics;
    private final Traces traces;

    AnswerTimes(Metrics metrics, Traces traces) {
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var began = System.nanoTime();
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
        try (var step = traces.begin(Step.REQUEST)) {
            try {
                chain.doFilter(request, response);
            } finally {
                var route = route(request);
                step.say(Fact.ROUTE, route).say(Fact.METHOD, method).say(Fact.STATUS, response.getStatus());
                metrics.answered(route, method, response.getStatus(), Duration.ofNanos(System.nanoTime() - began));
            }
        }
    }

    static String route(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern
                        && ROUTES.contains(pattern)
                ? pattern
                : OTHER;
    }
}
