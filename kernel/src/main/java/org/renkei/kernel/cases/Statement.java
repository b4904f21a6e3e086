package org.renkei.kernel.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
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
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID caseId,
        String mark,
        Act act,
        Set<String> to,
        List<UUID> on,
        CborMap body) {
    public Statement {
        to = Set.copyOf(to);
        on = List.copyOf(on);
    }

    static final Comparator<Statement> BY_TIME = Comparator.comparing(Statement::time)
            .thenComparing(statement -> statement.party())
            .thenComparing(statement -> statement.record().toString());

    /// The case that an opening opens: nobody else can open it.
    public static UUID caseOf(String party, String mark) {
        return UUID.nameUUIDFromBytes(("case " + party + " " + mark).getBytes(UTF_8));
    }

    /// SHA-256 of party, time and body in their one encoding.
    public Hash digest() {
        var entries = new LinkedHashMap<String, CborValue>();
        entries.put("party", new CborText(party));
        entries.put("time", new CborInt(time.packed()));
        entries.put("body", body);
        return Hash.ofContent(Cbor.encode(new CborMap(entries)));
    }

    /// What nations agree to when they agree that these say the same.
    public static Hash digestOf(Collection<Statement> statements) {
        return Hash.ofContent(Cbor.encode(new CborArray(statements.stream()
                .map(one -> one.digest().hex())
                .sorted()
                .map(hex -> (CborValue) new CborText(hex))
                .toList())));
    }

    public Optional<String> text(String name) {
        return body.entries().get(name) instanceof CborText(var text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    public Optional<Long> number(String name) {
        return body.entries().get(name) instanceof CborInt(var number) ? Optional.of(number) : Optional.empty();
    }

    public Optional<Instant> instant(String name) {
        return text(name).map(Instant::parse);
    }

    /// @throws IllegalStateException when the field is not required and was left out
    public <E extends Enum<E> & Coded> E choice(String name, Class<E> type) {
        return text(name)
                .flatMap(code -> Coded.find(type, code))
                .orElseThrow(() -> new IllegalStateException("no " + name));
    }

    /// Those that are told beside the writer, in the order of their codes.
    public Set<String> others() {
        var others = new TreeSet<>(to);
        others.remove(party);
        return others;
    }
}
