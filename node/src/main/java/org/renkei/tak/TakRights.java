package org.renkei.tak;

import java.util.Set;
import org.renkei.door.AuthorizationTable;
import org.renkei.identity.Caller;
import org.renkei.identity.Role;
import org.renkei.identity.Scope;
import org.springframework.http.HttpMethod;

/// What an account may do as a TAK client: to be given tracks needs what the stream of tracks needs at the API, to send
/// needs the role and scope of a feed.
///
/// @param read whether it is given what it may see
/// @param send whether what it sends is taken in
record TakRights(boolean read, boolean send) {
    private static final String STREAM = "/api/v1/tracks/stream";
    private static final Set<Role> SENDERS = Set.of(Role.FEED);
    private static final Set<Scope> SENDING = Set.of(Scope.FEED);

    /// @param open whether anything is taken in here at all
    static TakRights of(Caller caller, boolean open) {
        var reads = AuthorizationTable.ROWS.stream()
                .filter(row -> row.method() == HttpMethod.GET && row.path().equals(STREAM))
                .allMatch(row -> row.access().permits(caller));
        return new TakRights(reads, open && caller.hasRole(SENDERS) && caller.hasScope(SENDING));
    }

    boolean any() {
        return read || send;
    }
}
