package org.renkei.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.door.Access.WhilePublic;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;

/// How the door says no. Who was recognized and tried what is not theirs stands in the audit log.
@Component
class DoorRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final AuditLog audit;
    private final Problems problems;

    DoorRefusals(AuditLog audit, Problems problems) {
        this.audit = audit;
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (PublicDoor.isBehind(request.getRequestURI())) {
            problems.write(notOffered(), request, response);
            return;
        }
        if (CallerFilter.isCalendar(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Renkei\", charset=\"UTF-8\"");
        }
        problems.write(
                PresentedCertificate.find(request)
                        .map(PresentedCertificate::opensNothing)
                        .orElseGet(DoorRefusals::signIn),
                request,
                response);
    }

    private static Problem signIn() {
        return new Problem(
                Category.UNAUTHORIZED,
                "Sign in; scripts send the header `Authorization: Bearer …` with a personal access token, or the token from the file admin.token in the node's data folder",
                "サインインしてください。スクリプトは個人アクセストークン、またはデータフォルダーの admin.token のトークンを Authorization: Bearer … で送ります");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        var row = AuthorizationTable.ROWS.stream()
                .filter(one -> !(one.access() instanceof WhilePublic))
                .filter(one -> matches(one, request))
                .findFirst();
        if (SecurityContextHolder.getContext().getAuthentication() != null
                && SecurityContextHolder.getContext().getAuthentication().getPrincipal() instanceof Caller caller) {
            var endpoint = row.map(AuthorizationTable.Row::name).orElse(request.getMethod() + " (no endpoint)");
            audit.record(new AuditEvent(caller.getName(), "access-refused", null, null, Map.of("endpoint", endpoint)));
        }
        problems.write(row.isPresent() ? notYours() : notOffered(), request, response);
    }

    private static boolean matches(AuthorizationTable.Row row, HttpServletRequest request) {
        return row.method().equals(HttpMethod.valueOf(request.getMethod()))
                && PathPatternParser.defaultInstance
                        .parse(row.path())
                        .matches(PathContainer.parsePath(request.getRequestURI()));
    }

    private static Problem notYours() {
        return new Problem(
                Category.FORBIDDEN,
                "None of your roles opens this, or your clearance does not hold; an administrator can tell",
                "あなたの役割では使えないか、秘密取扱者適格性（クリアランス）が有効ではありません。管理者に確かめてください");
    }

    private static Problem notOffered() {
        return new Problem(Category.NOT_FOUND, "Nothing of that name here", "その名のものはありません");
    }
}
