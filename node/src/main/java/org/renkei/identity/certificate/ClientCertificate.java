package org.renkei.identity.certificate;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// A certificate by which a machine comes in as the account `person`.
///
/// @param sha256 of the whole certificate, by which it is known
/// @param subject as the certificate says it, which proves nothing here
/// @param notAfter the certificate's own end
/// @param createdBy who registered it
/// @param expires never after `notAfter`
public record ClientCertificate(
        UUID id,
        UUID person,
        String name,
        Hash sha256,
        String subject,
        Set<String> scopes,
        Instant notAfter,
        Instant created,
        String createdBy,
        Instant expires,
        @Nullable Instant used,
        @Nullable Instant revoked) {

    public ClientCertificate {
        scopes = Set.copyOf(scopes);
        if (expires.isAfter(notAfter)) {
            throw new IllegalArgumentException("no certificate counts longer than it holds");
        }
    }

    public boolean holdsAt(Instant now) {
        return revoked == null && expires.isAfter(now);
    }

    /// As tools print it: pairs of capital digits, with colons.
    public static String fingerprint(Hash sha256) {
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(sha256.bytes());
    }
}
