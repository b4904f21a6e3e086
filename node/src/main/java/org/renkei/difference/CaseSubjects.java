package org.renkei.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.renkei.cases.CaseStanding;
import org.renkei.cases.CaseStanding.Line;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.difference.Contradiction;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.record.SharedRecord;

/// The threads of a case as subjects, and how each nation sees the situation as one more.
final class CaseSubjects {
    private CaseSubjects() {}

    static List<Subject> of(CaseStanding standing) {
        var threads = new LinkedHashMap<UUID, List<Line>>();
        var phases = new ArrayList<Line>();
        for (var line : standing.said()) {
            if (line.phase() != null) {
                phases.add(line);
            } else {
                threads.computeIfAbsent(line.root(), key -> new ArrayList<>()).add(line);
            }
        }
        var subjects = new ArrayList<Subject>();
        threads.forEach((root, lines) -> subjects.add(thread(standing, root, lines)));
        if (!phases.isEmpty()) {
            subjects.add(phases(standing, phases));
        }
        return subjects;
    }

    /// Minutes that both have written and not all have agreed to say two things of one consultation.
    private static Subject thread(CaseStanding standing, UUID root, List<Line> lines) {
        var key = "case " + standing.id() + " " + root;
        return new Subject(
                key,
                "case",
                name(standing, "en"),
                name(standing, "ja"),
                standing.id().toString(),
                lines.getFirst().label(),
                lines.stream()
                        .map(one -> piece(one, key, one.act().code(), one.text()))
                        .toList(),
                standing.consultations().stream()
                        .filter(one -> one.on().equals(root))
                        .flatMap(one -> between("minutes", List.copyOf(one.unagreed())).stream())
                        .toList());
    }

    private static Subject phases(CaseStanding standing, List<Line> lines) {
        var newest = new HashMap<String, String>();
        lines.forEach(one -> Optional.ofNullable(one.phase()).ifPresent(phase -> newest.put(one.party(), phase)));
        var key = "phase " + standing.id();
        return new Subject(
                key,
                "phase",
                name(standing, "en"),
                name(standing, "ja"),
                standing.id().toString(),
                lines.getFirst().label(),
                lines.stream()
                        .map(one ->
                                piece(one, key, Optional.ofNullable(one.phase()).orElseThrow(), one.text()))
                        .toList(),
                between("phase", List.copyOf(newest.keySet())).stream()
                        .filter(one -> !Objects.equals(newest.get(one.one()), newest.get(one.other())))
                        .toList());
    }

    private static List<Contradiction> between(String about, List<String> nations) {
        var found = new ArrayList<Contradiction>();
        for (var first = 0; first < nations.size(); first++) {
            for (var second = first + 1; second < nations.size(); second++) {
                found.add(new Contradiction(about, nations.get(first), nations.get(second)));
            }
        }
        return found;
    }

    private static String name(CaseStanding standing, String language) {
        return standing.name().getOrDefault(language, "");
    }

    private static Piece piece(Line line, String key, String code, String text) {
        return new Piece(
                line.record(), line.party(), key, line.time(), CaseStanding.KIND, code, text, text, line.label());
    }

    /// What a statement said that was taken back, where its thread stands or alone; empty where it cannot
    /// be read.
    ///
    /// @param standing the subjects that stand
    static Optional<Piece> read(SharedRecord content, Map<String, Subject> standing) {
        var reading = StatementReader.read(content.id(), content.origin().party(), content.time(), content.body());
        return Optional.ofNullable(reading.statement()).map(said -> {
            var named = new HashSet<>(said.on());
            var thread = standing.values().stream()
                    .filter(one -> one.said().stream().anyMatch(piece -> named.contains(piece.record())))
                    .map(Subject::key)
                    .findFirst()
                    .orElse("case " + said.caseId() + " " + said.record());
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
}
