package org.renkei.identity.passkey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One passkey of one person.
///
/// @param domain the domain that it was made for, and works at only
/// @param publicKey COSE (RFC 9052)
/// @param signCount as of its last use; stays 0 where an authenticator does not count
/// @param authenticator the model (AAGUID), zero where it does not say
/// @param copyable whether the authenticator may copy it to others, as platforms do within one account
public record Passkey(
        UUID id,
        UUID person,
        byte[] credentialId,
        String domain,
        byte[] publicKey,
        long signCount,
        List<String> transports,
        UUID authenticator,
        boolean copyable,
        boolean copied,
        String name,
        Instant created,
        @Nullable Instant used) {

    public Passkey {
        transports = List.copyOf(transports);
    }
}
