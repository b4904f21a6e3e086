package org.renkei.door;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.OncePerHour;
import org.renkei.door.Access.Having;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.WritingRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Holds what the table of statements says. Who tried what is not theirs stands in the audit log, once an hour for
/// each kind, whatever becomes of the transaction in which it was tried.
@Component
class StatementRights implements WritingRights {
    private final AuditLog audit;
    private final OncePerHour noted;
    private final TransactionTemplate apart;

    StatementRights(AuditLog audit, Clock clock, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.noted = new OncePerHour(clock);
        this.apart = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    private record Try(String name, String kind) {}

    @Override
    public void requireWriting(String kind, Principal writer) {
        StatementTable.find(kind).ifPresent(row -> require(kind, row.writing(), writer));
    }

    @Override
    public void requireRecall(String kind, Principal writer) {
        StatementTable.find(kind).ifPresent(row -> require(kind, row.recall(), writer));
    }

    @Override
    public boolean isStatement(String kind) {
        return StatementTable.find(kind).isPresent();
    }

    private void require(String kind, Having access, Principal writer) {
        if (!(writer instanceof Caller caller) || access.permits(caller)) {
            return;
        }
        var tried = new Try(caller.getName(), kind);
        if (noted.isDue(tried)) {
            apart.executeWithoutResult(status -> audit.append(
                    List.of(new AuditEvent(caller.getName(), "writing-refused", null, null, Map.of("kind", kind)))));
            noted.noted(tried);
        }
        throw caller.hasRole(access.roles()) && !caller.hasScope(access.scopes())
                ? notByThis(kind, access)
                : notYours(kind, access);
    }

    private static Problem notYours(String kind, Having access) {
        var roles = access.roles().stream().sorted().map(Role::text).collect(Collectors.joining(", "));
        return new Problem(
                Category.FORBIDDEN,
                kind + " is a statement of a desk. With a clearance that holds, these write it: " + roles,
                kind + " は担当台の申述です。書けるのは、適格性が有効な次の役割の者です: " + roles);
    }

    private static Problem notByThis(String kind, Having access) {
        var scopes = access.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(", "));
        return scopes.isEmpty()
                ? new Problem(
                        Category.FORBIDDEN,
                        kind + " is not written by a token or certificate: do it at a screen",
                        kind + " はトークンや証明書では書けません。画面から行ってください")
                : new Problem(
                        Category.FORBIDDEN,
                        "for " + kind + " a token or certificate needs the scope " + scopes,
                        kind + " を書くには、トークンまたは証明書に " + scopes + " のスコープが必要です");
    }
}
