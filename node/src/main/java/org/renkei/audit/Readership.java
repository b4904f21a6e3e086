package org.renkei.audit;

import java.security.Principal;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/// Which records somebody who reads the log knows of. Who does not know of a record learns from the log that
/// something was entered, when and by whom, but not about what.
public interface Readership {
    /// Of these records those that the reader sees.
    Set<UUID> known(Principal reader, Collection<UUID> records);

    /// Whether the reader may see what bears this label, in text; never what nobody can read.
    boolean mayHold(Principal reader, String label);

    /// Whether the reader is cleared for all there can be.
    boolean knowsAll(Principal reader);
}
