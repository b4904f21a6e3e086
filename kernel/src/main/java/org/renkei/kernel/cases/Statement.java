package org.renkei.kernel.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// What one nation said in one case, read from a record of its own.
///
/// @param record the record it was said in; what others name it by
/// @param party who said it
/// @param mark drawn at random by the writer: no two statements of a nation bear the same
/// @param to the nations that are told, the writer among them: as the addressees of a letter, known to all
/// of them
/// @param on what it answers
/// @param mentions codes of bodies that it is for besides
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID caseId,
        String mark,
        Act act,
        Set<String> to,
        List<UUID> on,
        List<String> mentions,
        CborMap body)
        implements Said {
    public Statement {
        to = Set.copyOf(to);
        on = List.copyOf(on);
        mentions = List.copyOf(mentions);
    }

    /// The case that an opening opens: nobody else can open it.
    public static UUID caseOf(String party, String mark) {
        return UUID.nameUUIDFromBytes(("case " + party + " " + mark).getBytes(UTF_8));
    }

    /// What nations agree to when they agree that these say the same.
    public static Hash digestOf(Collection<Statement> statements) {
        return Hash.ofContent(Cbor.encode(new CborArray(statements.stream()
                .map(one -> one.digest().hex())
                .sorted()
                .map(hex -> (CborValue) new CborText(hex))
                .toList())));
    }
}
