package org.renkei.meetings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.commitments.Act;
import org.renkei.kernel.commitments.Statement;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;

/// Commitments that an outcome can name: read from the records that began them, for desks meet in records
/// alone.
@Component
class Promises {
    private static final String KIND = "commitment-statement";

    private final Sights sights;

    Promises(Sights sights) {
        this.sights = sights;
    }

    /// @param nations those that know of it
    record Promise(UUID id, Map<String, String> title, Set<String> nations) {
        static Promise of(Statement opening) {
            var title = Map.of(
                    "en", opening.text("titleEn").orElse(""),
                    "ja", opening.text("titleJa").orElse(""));
            return new Promise(opening.commitment(), title, opening.to());
        }
    }

    /// Those that the caller sees, by their ids. To be called within a transaction.
    Map<UUID, Promise> list(Caller caller) {
        var all = new LinkedHashMap<UUID, Promise>();
        sights.of(caller).listStanding(new RecordFilter(KIND, null, null, null, null)).stream()
                .flatMap(record -> opening(record).stream())
                .forEach(one -> all.put(one.commitment(), Promise.of(one)));
        return all;
    }

    /// Nobody else can begin the commitment of another.
    private static Optional<Statement> opening(SharedRecord record) {
        var party = record.origin().party();
        var said =
                Statement.read(record.id(), party, record.time(), record.body()).statement();
        return said != null
                        && said.act() == Act.RECORD
                        && said.commitment().equals(Statement.commitmentOf(party, said.mark()))
                ? Optional.of(said)
                : Optional.empty();
    }
}
