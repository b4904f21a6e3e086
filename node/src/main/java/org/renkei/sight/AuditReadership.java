package org.renkei.sight;

import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.renkei.audit.Readership;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class AuditReadership implements Readership {
    private final Sights sights;
    private final Viewers viewers;

    AuditReadership(Sights sights, Viewers viewers) {
        this.sights = sights;
        this.viewers = viewers;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> known(Principal reader, Collection<UUID> records) {
        var caller = caller(reader);
        return caller.person() == null ? Set.copyOf(records) : sights.of(caller).among(records);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayHold(Principal reader, String label) {
        try {
            return viewers.mayHold(caller(reader), Label.parse(label));
        } catch (LabelException e) {
            return false;
        }
    }

    @Override
    public boolean knowsAll(Principal reader) {
        return sights.coversAll(caller(reader));
    }

    private static Caller caller(Principal reader) {
        return reader instanceof Authentication known && known.getPrincipal() instanceof Caller caller
                ? caller
                : (Caller) reader;
    }
}
