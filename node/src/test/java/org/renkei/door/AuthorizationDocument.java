package org.renkei.door;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.renkei.door.Access.Everybody;
import org.renkei.door.Access.Having;
import org.renkei.door.Access.Recognized;
import org.renkei.door.Access.SignedIn;
import org.renkei.door.Access.WhilePublic;
import org.renkei.door.AuthorizationTable.Row;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;

/// The table as a page for people.
final class AuthorizationDocument {
    private static final String HEAD = """
            # Who may do what

            Written from [AuthorizationTable](../node/src/main/java/org/renkei/door/AuthorizationTable.java); `AuthorizationDocumentTest` fails when
            this page is stale, and `AuthorizationTests` tries every cell at a running node. What is not here is refused for everybody.
            日本語の要約は [operations.ja.md](operations.ja.md) にあります。

            - ● may. *everybody*: without signing in. *while public*: everybody while the public view is open, nobody (404) while it is closed. *recognized*: signed in, or with a token or certificate. *signed in*: in that session, no token or certificate.
            - *cleared*: only for people whose clearance holds today. Which records they see, and how much of each, is decided for each person by the
              release engine: officers by level and caveats, liaisons by what their nation may have and their own clearance together
              ([ADR 0025](adr/0025-a-viewer-is-a-recipient.md)).
            - People of another nation have, whatever else they were given, none of the roles watch officer, desk officer, planner, release officer,
              security officer and feed.
            - *tokens*: scopes of personal access tokens and of client certificates of machines that open it, for accounts that may themselves.
            - The service account (`admin.token`) is administrator, watch officer, release officer and auditor; it has no account of its own.

            """;

    private static final String STATEMENTS = """

            ## Statements of desks

            Written from [StatementTable](../node/src/main/java/org/renkei/door/StatementTable.java) and tried cell by cell in `AuthorizationTests`. `POST /api/v1/records` and
            its neighbours write records of every kind; what a desk says is nevertheless written only by those who may speak at that desk, whatever the way: one record,
            many at once, a revision, a preview. The others are refused (403) with the roles that may, and *writing refused* stands in the audit log.
            *recall*: may take it back, and not write it. A statement keeps its kind in every revision. Kinds that do not stand here are everybody's who may write records.

            """;

    private AuthorizationDocument() {}

    static String text() {
        var text = new StringBuilder(HEAD);
        text.append("| endpoint |");
        for (var role : Role.values()) {
            text.append(' ').append(role.text().replace('-', ' ')).append(" |");
        }
        text.append(" cleared | tokens |\n|---|")
                .append("---|".repeat(Role.values().length + 2))
                .append('\n');
        AuthorizationTable.ROWS.forEach(row -> text.append(line(row)));
        return text + statements();
    }

    private static String statements() {
        var text = new StringBuilder(STATEMENTS).append("| kind of record |");
        for (var role : Role.values()) {
            text.append(' ').append(role.text().replace('-', ' ')).append(" |");
        }
        text.append(" tokens |\n|---|")
                .append("---|".repeat(Role.values().length + 1))
                .append('\n');
        for (var row : StatementTable.ROWS) {
            text.append("| `").append(row.kind()).append("` |");
            for (var role : Role.values()) {
                text.append(
                        row.writing().roles().contains(role)
                                ? " ● |"
                                : row.recall().roles().contains(role) ? " recall |" : " |");
            }
            text.append(scopes(row.writing().scopes())).append('\n');
        }
        return text.toString();
    }

    private static String line(Row row) {
        var cells = switch (row.access()) {
            case Everybody everybody -> all("everybody") + " | |";
            case WhilePublic whilePublic -> all("while public") + " | |";
            case Recognized recognized -> all("recognized") + " | any |";
            case SignedIn signedIn -> all("signed in") + " | |";
            case Having having ->
                Arrays.stream(Role.values())
                                .map(role -> having.roles().contains(role) ? " ● |" : " |")
                                .collect(Collectors.joining())
                        + (having.records() ? " yes |" : " |")
                        + scopes(having.scopes());
        };
        return "| `" + row.name() + "` |" + cells + "\n";
    }

    private static String all(String who) {
        return (" " + who + " |").repeat(Role.values().length);
    }

    private static String scopes(Set<Scope> scopes) {
        return scopes.isEmpty()
                ? " |"
                : scopes.stream().sorted().map(Scope::text).collect(Collectors.joining(", ", " ", " |"));
    }
}
