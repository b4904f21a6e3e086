package org.renkei.kernel.cases;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;

/// Reads a statement from the body of a record, by the table of [Act], and names every mistake.
public final class StatementReader {
    private StatementReader() {}

    /// What was read, or why it could not be.
    ///
    /// @param statement null when there is any objection
    public record Reading(@Nullable Statement statement, List<Objection> objections) {}

    public static Reading read(UUID record, String party, HybridTime time, CborMap body) {
        var reader = new FieldReader(body);
        var caseId = reader.id("case", "case", "事案");
        var mark = reader.mark();
        var to = reader.nations();
        var act = reader.act(Act.class);
        var mentions = reader.mentions();
        act.ifPresent(known -> reader.read(known.fields()));
        if (!reader.objections().isEmpty() || caseId == null || act.isEmpty()) {
            return new Reading(null, reader.objections());
        }
        return new Reading(
                new Statement(record, party, time, caseId, mark, act.get(), to, reader.on(), mentions, body),
                List.of());
    }
}
