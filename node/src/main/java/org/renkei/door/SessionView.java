package org.renkei.door;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.identity.PersonView;
import org.renkei.identity.Role;

/// Who the caller is, and which endpoints are open.
///
/// @param person null for the service account
/// @param liaison whether another nation seats the caller here
/// @param may rows of the table, `GET /api/v1/records`
/// @param closedKinds kinds of record that only others write
record SessionView(
        String name,
        @Nullable PersonView person,
        List<String> roles,
        boolean cleared,
        boolean liaison,
        List<String> may,
        List<String> closedKinds) {
    static SessionView of(Caller caller, String party) {
        var person = caller.person();
        return new SessionView(
                caller.getName(),
                person == null ? null : PersonView.of(person),
                caller.roles().stream().map(Role::text).sorted().toList(),
                caller.cleared(),
                person != null && !person.nation().equals(party),
                AuthorizationTable.ROWS.stream()
                        .filter(row -> row.access().permits(caller))
                        .map(AuthorizationTable.Row::name)
                        .toList(),
                StatementTable.ROWS.stream()
                        .filter(row -> !row.writing().permits(caller))
                        .map(StatementTable.Row::kind)
                        .toList());
    }
}
