package org.renkei.difference;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.renkei.cases.CaseStanding;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.record.SharedRecord;

/// What a statement in a case said that was taken back.
final class CaseSubjects {
    private CaseSubjects() {}

    /// Where its thread stands or alone; empty where it cannot be read.
    ///
    /// @param threads keys of subjects that stand, by their records
    static Optional<Piece> read(SharedRecord content, Map<UUID, String> threads) {
        return statement(content).map(said -> {
            var thread = said.on().stream()
                    .map(threads::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(CaseStanding.threadKey(said.caseId(), said.record()));
            var text = said.text("text").orElse("");
            return new Piece(
                    said.record(),
                    said.party(),
                    thread,
                    said.time().instant(),
                    CaseStanding.KIND,
                    said.act().code(),
                    text,
                    text,
                    content.banner());
        });
    }

    /// In which case it was said; empty where it cannot be read.
    static Optional<UUID> caseOf(SharedRecord content) {
        return statement(content).map(Statement::caseId);
    }

    private static Optional<Statement> statement(SharedRecord content) {
        var reading = StatementReader.read(content.id(), content.origin().party(), content.time(), content.body());
        return Optional.ofNullable(reading.statement());
    }
}
