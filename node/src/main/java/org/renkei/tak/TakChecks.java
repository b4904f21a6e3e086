package org.renkei.tak;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.renkei.audit.AuditFilter;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Callers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether those who are connected still may be: everybody at once when the audit log says that people or
/// certificates have changed, and each every ten seconds, as days end, too. Who takes nothing for a minute is cut off.
final class TakChecks implements Runnable {
    static final long EVERY_MILLIS = 500;
    private static final int PARTS = 20;
    private static final int MOST_LOOKED_AT = 200;
    private static final long STUCK_MILLIS = 60_000;
    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
    private static final Logger LOG = LoggerFactory.getLogger(TakChecks.class);

    private final Callers callers;
    private final AuditLog audit;
    private final Collection<TakClient> clients;
    private final Consumer<TakClient> changed;
    private final boolean open;
    private final Clock clock;
    private long seen;
    private int part;

    /// @param changed is told of clients that may do something else than before
    /// @param open whether anything is taken in here at all
    TakChecks(
            Callers callers,
            AuditLog audit,
            Collection<TakClient> clients,
            Consumer<TakClient> changed,
            boolean open,
            Clock clock) {
        this.callers = callers;
        this.audit = audit;
        this.clients = clients;
        this.changed = changed;
        this.open = open;
        this.clock = clock;
        this.seen = audit.size();
    }

    @Override
    public void run() {
        try {
            var all = peopleChanged();
            part = (part + 1) % PARTS;
            for (var client : List.copyOf(clients)) {
                if (client.stuck(clock.millis()) > STUCK_MILLIS) {
                    client.cut("stuck");
                } else if (all || Math.floorMod(client.id().hashCode(), PARTS) == part) {
                    check(client);
                }
            }
        } catch (RuntimeException e) {
            // Who may be here cannot be told: nobody is.
            LOG.error("the rights of TAK clients cannot be checked; they are cut off", e);
            clients.forEach(client -> client.cut("node-failed"));
        }
    }

    private boolean peopleChanged() {
        var size = audit.size();
        var fresh = size - seen;
        seen = size;
        return fresh > MOST_LOOKED_AT
                || fresh > 0
                        && audit.list(ALL, Long.MAX_VALUE, (int) fresh).stream()
                                .map(entry -> entry.event().event())
                                .anyMatch(name -> name.startsWith("person-") || name.startsWith("certificate-"));
    }

    private void check(TakClient client) {
        var before = client.caller();
        var caller = callers.again(before).orElse(null);
        if (caller == null) {
            client.cut("certificate-ended");
        } else if (!caller.equals(before)) {
            var rights = TakRights.of(caller, open);
            client.becomes(caller, rights);
            if (rights.any()) {
                changed.accept(client);
            } else {
                client.cut("not-allowed");
            }
        }
    }
}
