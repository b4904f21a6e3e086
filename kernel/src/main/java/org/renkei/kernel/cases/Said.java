package org.renkei.kernel.cases;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// What one nation said to nations that it named, read from a record of its own.
public interface Said {
    Comparator<Said> BY_TIME = Comparator.comparing(Said::time)
            .thenComparing(said -> said.party())
            .thenComparing(said -> said.record().toString());

    /// What others name it by.
    UUID record();

    /// Who said it.
    String party();

    HybridTime time();

    /// The nations that are told, the writer among them: as the addressees of a letter, known to all of them.
    Set<String> to();

    /// What it answers.
    List<UUID> on();

    CborMap body();

    /// SHA-256 of party, time and body in their one encoding.
    default Hash digest() {
        var entries = new LinkedHashMap<String, CborValue>();
        entries.put("party", new CborText(party()));
        entries.put("time", new CborInt(time().packed()));
        entries.put("body", body());
        return Hash.ofContent(Cbor.encode(new CborMap(entries)));
    }

    default Optional<String> text(String name) {
        return body().entries().get(name) instanceof CborText(var text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }

    default Optional<Long> number(String name) {
        return body().entries().get(name) instanceof CborInt(var number) ? Optional.of(number) : Optional.empty();
    }

    default Optional<Instant> instant(String name) {
        return text(name).map(Instant::parse);
    }

    /// @throws IllegalStateException when the field is not required and was left out
    default <E extends Enum<E> & Coded> E choice(String name, Class<E> type) {
        return text(name)
                .flatMap(code -> Coded.find(type, code))
                .orElseThrow(() -> new IllegalStateException("no " + name));
    }

    /// Those that are told beside the writer, in the order of their codes.
    default Set<String> others() {
        var others = new TreeSet<>(to());
        others.remove(party());
        return others;
    }
}
