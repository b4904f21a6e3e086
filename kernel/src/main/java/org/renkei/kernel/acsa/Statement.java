package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// What one nation said on one order, read from a record of its own.
///
/// @param record the record it was said in
/// @param party who said it
/// @param number counts the statements of that side on this order, from 1
/// @param after digests of the newest statements that the writer had seen
/// @param digest SHA-256 of party, time and body in their one encoding: a record that was changed afterwards
/// is another statement
public record Statement(
        UUID record,
        String party,
        HybridTime time,
        UUID order,
        int number,
        Act act,
        List<Hash> after,
        CborMap body,
        Hash digest) {

    /// Of two that neither saw the other, the earlier counts first.
    static final Comparator<Statement> UNSEEN = Comparator.comparing(Statement::time)
            .thenComparing(statement -> statement.party())
            .thenComparingInt(Statement::number)
            .thenComparing(statement -> statement.digest().hex());

    static Hash digest(String party, HybridTime time, CborMap body) {
        return Hash.ofContent(Cbor.encode(encoded(party, time, body)));
    }

    static CborMap encoded(String party, HybridTime time, CborMap body) {
        var entries = new LinkedHashMap<String, CborValue>();
        entries.put("party", new CborText(party));
        entries.put("time", new CborInt(time.packed()));
        entries.put("body", body);
        return new CborMap(entries);
    }

    CborMap encoded() {
        return encoded(party, time, body);
    }

    /// That of the digest: a body is large, and statements stand in many sets.
    @Override
    public int hashCode() {
        return digest.hashCode();
    }

    private Line fields() {
        return new Line(body);
    }

    public String text(String name) {
        return fields().text(name);
    }

    public long number(String name) {
        return fields().number(name);
    }

    public LocalDate date(String name) {
        return LocalDate.parse(text(name));
    }

    public Hash hash(String name) {
        return Hash.parse(text(name));
    }

    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        return fields().choice(name, type);
    }

    public boolean has(String name) {
        var value = body.entries().get(name);
        return value != null && !(value instanceof CborText(var text) && text.isBlank());
    }

    public boolean says(String name) {
        return body.entries().get(name) instanceof CborBool(var yes) && yes;
    }

    public List<Line> lines() {
        return body.entries().get("lines") instanceof CborArray(var items)
                ? items.stream().map(item -> new Line((CborMap) item)).toList()
                : List.of();
    }

    /// The day on which it was said, at a place.
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(time.instant(), zone);
    }
}
